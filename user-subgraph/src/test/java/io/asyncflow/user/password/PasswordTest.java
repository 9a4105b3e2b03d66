package io.asyncflow.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.support.errors.BadInput;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final String SIXTEEN = "tulip pan rocket";

    @Test
    void hasBetween8And128Characters() {
        assertThat(Password.chosen("password", SIXTEEN.substring(8)).text()).hasSize(8);
        assertThat(Password.chosen("password", SIXTEEN.repeat(8)).text()).hasSize(128);
        refusesToChoose("x".repeat(7), "password must have at least 8 characters");
        refusesToChoose("x".repeat(129), "password must not be longer than 128 characters");
    }

    @Test
    void countsCharactersNotCodeUnits() {
        refusesToChoose("😀".repeat(7), "password must have at least 8 characters");
        assertThat(Password.chosen("password", "😀🙃😎🤖🦊🐙🐳🌵".repeat(16)).text())
                .hasSize(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "        ", "\t\n\t\n\t\n\t\n"})
    void isNotBlank(String text) {
        refusesToChoose(text, "password must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678\0", "1234\u00075678", "12345678\ud800"})
    void hasNoCharactersThatNobodyCanType(String text) {
        refusesToChoose(text, "password must not contain control characters");
    }

    /** Signing in must not be refused by rules that came after the password. */
    @Test
    void mayBeShortWhenGiven() {
        assertThat(Password.given("password", "x").text()).isEqualTo("x");
    }

    @Test
    void keepsSpacesAtItsEnds() {
        assertThat(Password.chosen("password", " eight char ").text()).isEqualTo(" eight char ");
    }

    @ParameterizedTest
    @CsvSource({"비밀번호가 깁니다", "Ångström"})
    void isTheSameOnSystemsThatTypeCharactersInParts(String text) {
        String inParts = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(inParts).isNotEqualTo(text);
        assertThat(Password.given("password", inParts).text())
                .isEqualTo(Password.given("password", text).text());
    }

    @Test
    void isNeverPrinted() {
        assertThat(Password.chosen("password", "open sesame")).hasToString("***");
    }

    private static void refusesToChoose(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Password.chosen("password", text))
                .withMessage(message);
    }
}
