package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.UserId;
import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"김민지", "Alex Morgan", "O'Neill-Ångström, 3rd 🙂", "x", "한빛상사 (주)"})
    void isInAnyScript(String text) {
        assertThat(DisplayName.parse("displayName", text)).hasToString(text);
    }

    @Test
    void isTidied() {
        String inParts = Normalizer.normalize("  김민지 ", Normalizer.Form.NFD);
        assertThat(DisplayName.parse("displayName", inParts)).hasToString("김민지");
    }

    @Test
    void refusesWhatIsBlankTooLongOrUnstorable() {
        refuses("  ", "displayName must not be blank");
        refuses("x".repeat(81), "displayName must not be longer than 80 characters");
        refuses("a\0b", "displayName must not contain the character U+0000");
    }

    /** Such names would break the lines that they stand in, or pass for another. */
    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0007b", "a\u2028b", "a\u202Eb", "a\u2066b", "a\ud800"})
    void refusesMischief(String text) {
        refuses(text, "displayName must not contain control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "...", "🙂"})
    void refusesNamesThatCannotBeRead(String text) {
        refuses(text, "displayName must contain a letter or a digit");
    }

    @Test
    void isMadeUpWithoutGivingAnythingAway() {
        var user = new UserId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
        assertThat(DisplayName.neutral(user))
                .hasToString("Shopper " + user.toString().substring(25));
    }

    private static void refuses(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> DisplayName.parse("displayName", text))
                .withMessage(message);
    }
}
