package io.asyncflow.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{a;",
                "{...on A{b;",
                "{...@a;",
                "type A { b: ;[",
                "{a(b: ;[",
                "{a(b: ;{c: ",
                "type A { b(c: Int = ;[",
                "type A @b(c: ;[",
            })
    void refusesDeepNestingWithASentence(String start, @Nullable String nested) {
        String source = nested == null ? start.repeat(100_000) : start + nested.repeat(100_000);
        assertThatThrownBy(() -> Parser.parse(source))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("The text nests too deeply: more than 200 levels.");
    }

    @Test
    void acceptsWhatIsJustWithinTheLimit() {
        assertThat(Parser.parse("{a".repeat(200) + "}".repeat(200)).definitions())
                .hasSize(1);
        assertThatThrownBy(() -> Parser.parse("{a".repeat(201) + "}".repeat(201)))
                .isInstanceOf(SyntaxException.class);
    }

    @Test
    void countsTokens() {
        assertThat(Parser.parse("{ a b }", new Limits(5, 10)).definitions()).hasSize(1);
        assertThatThrownBy(() -> Parser.parse("{ a b c }", new Limits(5, 10)))
                .hasMessage("The text is too long: it has more than 5 tokens.");
    }

    @Test
    void nestingInSiblingsDoesNotAddUp() {
        String siblings = "a { b { c } } ".repeat(1_000);
        assertThat(Parser.parse("{" + siblings + "}", new Limits(100_000, 3)).definitions())
                .hasSize(1);
    }

    @Test
    void reads10MegabytesInOneGo() {
        StringBuilder sdl = new StringBuilder();
        for (int type = 0; sdl.length() < 10_000_000; type++) {
            sdl.append("\"A type\" type T").append(type).append(" @key(fields: \"id\") { id: ID! ");
            sdl.append("friends(first: Int = 10): [T").append(type).append("!]! }\n");
        }
        Document document = assertTimely(() -> Parser.parse(sdl.toString()));
        assertThat(document.definitions()).hasSizeGreaterThan(90_000);
        assertThat(Printer.print(document)).hasSizeGreaterThan(10_000_000);
    }

    @Test
    void readsAUnionOfManyMembers() {
        String sdl = "union U = A" + " | A".repeat(100_000);
        assertThat(assertTimely(() -> Parser.parse(sdl)).definitions()).hasSize(1);
    }

    @Test
    void refusesLimitsThatWouldNotProtect() {
        assertThatThrownBy(() -> new Limits(0, 10)).hasMessageContaining("maxTokens");
        assertThatThrownBy(() -> new Limits(10, 100_000)).hasMessageContaining("maxDepth");
    }

    private static <T> T assertTimely(Supplier<T> action) {
        return assertTimeout(Duration.ofSeconds(20), action::get);
    }
}
