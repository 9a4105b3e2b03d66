package io.asyncflow.support.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void stripsWhatSurroundsTheText() {
        assertThat(Texts.required("title", "  a title\n", 20)).isEqualTo("a title");
        assertThat(Texts.optional("title", " ", 20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    void refusesBlankTextWhereSomeIsRequired(String text) {
        assertThatThrownBy(() -> Texts.required("title", text, 20)).hasMessage("title must not be blank");
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThatThrownBy(() -> Texts.optional("title", "x".repeat(21), 20))
                .hasMessage("title must not be longer than 20 characters");
    }

    @Test
    void refusesWhatPostgresCannotStore() {
        assertThatThrownBy(() -> Texts.optional("title", "a\0b", 20)).isInstanceOf(BadInput.class);
    }
}
