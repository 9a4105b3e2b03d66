package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.support.errors.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "minji@example.com,           minji@example.com",
        "'  Min.Ji+Shop@Example.COM ', min.ji+shop@example.com",
        "o'neill_{x}@mail.example.co, o'neill_{x}@mail.example.co",
        "minji@한국.KR,                minji@xn--3e0b707e.kr",
        "minji@EXAMPLE.COM,           minji@example.com",
        "minji@xn--strae-oqa.de,      minji@xn--strae-oqa.de",
        "minji@m\u00FCnchen.de,           minji@xn--mnchen-3ya.de"
    })
    void hasOneForm(String input, String expected) {
        assertThat(EmailAddress.parse("email", input)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minji",
                "@example.com",
                "minji@",
                "minji@example",
                "minji@example.",
                "minji@.com",
                "minji@-example.com",
                "minji@exam ple.com",
                "minji@exa_mple.com",
                "min ji@example.com",
                "min@ji@example.com",
                ".minji@example.com",
                "min..ji@example.com",
                "minji.@example.com",
                "\"min ji\"@example.com",
                "민지@example.com",
                "minji@[127.0.0.1]",
                "minji@example.com\r\nBcc: all@example.com",
                "minji@example.com,eve@example.com",
                "<minji@example.com>",
                "minji@stra\u00DFe.de",
                "minji@\u03B2\u03CC\u03BB\u03BF\u03C2.gr",
                "minji@a\u200Cb.example",
                "minji@a\u200Db.example"
            })
    void refusesWhatIsNoAddress(String input) {
        refuses(input, "email must look like name@example.com");
    }

    @Test
    void refusesWhatIsBlankTooLongOrUnstorable() {
        refuses(" \t\n", "email must not be blank");
        refuses("a\0@example.com", "email must not contain the character U+0000");
        refuses("a@" + "b".repeat(250) + ".com", "email must not be longer than 254 characters");
        refuses("a".repeat(65) + "@example.com", "email must look like name@example.com");
        refuses("a@" + "b".repeat(64) + ".com", "email must look like name@example.com");
        // Grows when its domain is written as DNS knows it.
        refuses("a@" + "한글.".repeat(80) + "kr", "email must look like name@example.com");
    }

    private static void refuses(String input, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> EmailAddress.parse("email", input))
                .withMessage(message);
    }
}
