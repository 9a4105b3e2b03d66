package io.asyncflow.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.support.errors.BadInput;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void splitsAtAnySpace() {
        assertThat(Words.of("  moon\t jar moon ").patterns()).containsExactly("%moon%", "%jar%");
    }

    @Test
    void findsNothingToSearchInBlankText() {
        assertThat(Words.of(null).none()).isTrue();
        assertThat(Words.of(" \n ").none()).isTrue();
    }

    @Test
    void takesWildcardsLiterally() {
        assertThat(Words.of("100%_a\\b").patterns()).containsExactly("%100\\%\\_a\\\\b%");
    }

    @Test
    void limitsItsLength() {
        assertThat(Words.of("x".repeat(200)).patterns()).hasSize(1);
        assertThatThrownBy(() -> Words.of("x".repeat(201))).isInstanceOf(BadInput.class);
    }
}
