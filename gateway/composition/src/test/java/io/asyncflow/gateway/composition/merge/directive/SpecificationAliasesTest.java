package io.asyncflow.gateway.composition.merge.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpecificationAliasesTest {

    private final SpecificationAliases aliases = new SpecificationAliases(List.of());

    @Test
    void isTheSpecificationsNameWhereThatIsFree() {
        assertThat(aliases.of(url("foo"))).isEqualTo("foo");
    }

    @Test
    void givesWayToADirectiveOfThatName() {
        aliases.imported(url("foo"), "x", "cost");
        assertThat(aliases.of(url("cost"))).isEqualTo("_0cost");
    }

    @Test
    void givesWayToNamesThatBeginLikeIt() {
        aliases.imported(url("foo"), "x", "cost__other");
        assertThat(aliases.of(url("cost"))).isEqualTo("_0cost");
    }

    @Test
    void keepsItsNameForItsOwnDirective() {
        aliases.imported(url("cost"), "cost", "cost");
        aliases.imported(url("cost"), "listSize", "cost__listSize");
        assertThat(aliases.of(url("cost"))).isEqualTo("cost");
    }

    @Test
    void differsFromEveryOther() {
        assertThat(aliases.of(url("foo"))).isEqualTo("foo");
        assertThat(aliases.of(new SpecificationUrl("https://other.dev/foo", "foo", 1, 0)))
                .isEqualTo("_0foo");
        assertThat(aliases.of(new SpecificationUrl("https://third.dev/foo", "foo", 1, 0)))
                .isEqualTo("_1foo");
    }

    @Test
    void isAlwaysAName() {
        assertThat(aliases.of(url("my-foo"))).isEqualTo("_0myfoo");
        assertThat(aliases.of(url("a__b"))).isEqualTo("_1ab");
    }

    private static SpecificationUrl url(String name) {
        return new SpecificationUrl("https://acme.dev/" + name, name, 1, 0);
    }
}
