package io.asyncflow.support.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.support.errors.BadInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void readsForwardsAndBackwards() {
        assertThat(PageRequest.of(10, "c", null, null)).isEqualTo(new PageRequest(10, false, "c"));
        assertThat(PageRequest.of(null, null, 250, "c")).isEqualTo(new PageRequest(250, true, "c"));
        assertThat(PageRequest.first(1, null)).isEqualTo(new PageRequest(1, false, null));
        assertThat(PageRequest.first(1, null).limit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 251, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAbsurdSizes(int size) {
        assertThatThrownBy(() -> PageRequest.of(size, null, null, null))
                .isInstanceOf(BadInput.class)
                .hasMessage("first must be between 1 and 250");
        assertThatThrownBy(() -> PageRequest.of(null, null, size, null))
                .isInstanceOf(BadInput.class)
                .hasMessage("last must be between 1 and 250");
    }

    @ParameterizedTest
    @CsvSource({
        "1,, 1,, last",
        ", , , b, before",
        "1, , , b, before",
        ", a, 1, , after",
        ", a, , , first",
        ", , , , first"
    })
    void namesTheArgumentThatDoesNotFit(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            String argument) {
        assertThatThrownBy(() -> PageRequest.of(first, after, last, before))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.argument()).isEqualTo(argument));
    }
}
