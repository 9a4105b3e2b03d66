package io.asyncflow.gateway.composition.merge.directive;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @Test
    void combinesEveryAlternativeWithEveryOther() {
        assertThat(all("[[\"a\", \"b\"], [\"c\"]]", "[[\"a\"], [\"d\"]]"))
                .isEqualTo("[[\"a\", \"b\"], [\"a\", \"c\"], [\"c\", \"d\"]]");
    }

    @Test
    void dropsAlternativesThatAskForMoreThanAnother() {
        assertThat(all("[[\"a\"], [\"a\", \"b\"]]", "[[\"a\"], [\"c\"]]")).isEqualTo("[[\"a\"]]");
    }

    @Test
    void anEmptyListAsksForNothing() {
        assertThat(all("[]", "[[\"a\"]]")).isEqualTo("[[\"a\"]]");
        assertThat(requirements("[]")).isEqualTo(Requirements.NONE);
    }

    @Test
    void theSameRequirementsTwiceStayWhatTheyAre() {
        assertThat(all("[[\"b\", \"a\"], [\"c\"]]", "[[\"c\"], [\"a\", \"b\"]]"))
                .isEqualTo("[[\"c\"], [\"a\", \"b\"]]");
    }

    @Test
    void moreScopesImplyFewer() {
        assertThat(requirements("[[\"a\", \"b\"]]").imply(requirements("[[\"a\"]]")))
                .isTrue();
        assertThat(requirements("[[\"a\"]]").imply(requirements("[[\"a\", \"b\"]]")))
                .isFalse();
    }

    @Test
    void everyAlternativeMustImplyOne() {
        assertThat(requirements("[[\"a\"], [\"b\"]]").imply(requirements("[[\"a\"]]")))
                .isFalse();
        assertThat(requirements("[[\"a\"]]").imply(requirements("[[\"a\"], [\"b\"]]")))
                .isTrue();
        assertThat(Requirements.NONE.imply(requirements("[[\"a\"]]"))).isFalse();
    }

    private static String all(String... values) {
        return Printer.print(Requirements.all(List.of(values).stream()
                        .map(RequirementsTest::requirements)
                        .toList())
                .toValue());
    }

    private static Requirements requirements(String value) {
        return Requirements.of(Parser.value(value));
    }
}
