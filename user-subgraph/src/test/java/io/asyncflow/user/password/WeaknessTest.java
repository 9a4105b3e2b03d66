package io.asyncflow.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.support.errors.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeaknessTest {

    private static final List<String> KNOWN = List.of("minji.kim@example.com", "김민지 Minji");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "PassWord!", "password2026", "P@ssw0rd", "p@$$w0rd1", "12password34", "iloveyou!!",
                "welcome1!", "1q2w3e4r", "1q2w3e4r5t", "비밀번호1234", "사랑해1234!", "qlalfqjsgh", "tkfkdgo1004",
                "dkssudgktpdy", "monkeymonkey", "asyncflow1"
            })
    void isToBeAmongTheCommonOnes(String password) {
        assertThat(Weakness.of(password, KNOWN)).contains(Weakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaa", "xyxyxyxyxy", "가가가가가가가가", "x1x1x2x2"})
    void isToRepeatFewCharacters(String password) {
        assertThat(Weakness.of(password, KNOWN)).contains(Weakness.UNIFORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23456789", "hgfedcba", "defghijklmn"})
    void isToCount(String password) {
        assertThat(Weakness.of(password, KNOWN)).contains(Weakness.SEQUENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wertyuiop", "lkjhgfdsa", "1qaz2wsx3", "5tgb6yhn", "poiuytre"})
    void isToFollowTheKeys(String password) {
        assertThat(Weakness.of(password, KNOWN)).contains(Weakness.KEYBOARD_WALK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-minji.kim-77", "MinjiRocket9", "김민지의 비번입니다"})
    void isToNameOneself(String password) {
        assertThat(Weakness.of(password, KNOWN)).contains(Weakness.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "open sesame",
                "비밀번호가 깁니다",
                "asyncflow-demo",
                "desserted",
                "tulip9rocket",
                "k7$Pq!mz",
                "무지개떡은 맛있다",
                "another password"
            })
    void isNotToBeSomethingElse(String password) {
        assertThat(Weakness.of(password, KNOWN)).isEmpty();
    }

    @Test
    void isRefusedWithTheReason() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Password.chosen("password", "P@ssw0rd"))
                .withMessage("password is one of those that everybody tries first");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Password.chosen("password", "minji.kim 2026", KNOWN))
                .withMessage("password must not contain your e-mail address or name");
    }
}
