package io.asyncflow.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {

    @Test
    void printsWhatReadsBackEqual() {
        for (long seed = 0; seed < 3_000; seed++) {
            Document document = new RandomDocuments(seed).next();
            String printed = Printer.print(document);
            Document read = Parser.parse(printed);
            assertThat(read).as("seed %d:%n%s", seed, printed).isEqualTo(document);
            assertThat(Printer.print(read)).isEqualTo(printed);
        }
    }

    @Test
    void hasOneLayout() throws Exception {
        Path folder = Path.of("src/test/resources/layout");
        String printed = Printer.print(Parser.parse(Files.readString(folder.resolve("source.graphql"))));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(folder.resolve("printed.graphql"), printed);
        }
        assertThat(printed).isEqualTo(Files.readString(folder.resolve("printed.graphql")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                " a",
                "a ",
                "\na",
                "a\n",
                "a\n\nb",
                "  a\n  b",
                "a\n  b",
                "\"",
                "a\"",
                "\\",
                "\"\"\"",
                "a\rb",
                "a\tb",
                "\u0000",
                "\u0085",
                "é😀",
                "a\n \nb"
            })
    void keepsDescriptionsToTheCharacter(String description) {
        Definition scalar = new TypeDefinition.ScalarDefinition(description, "A", List.of(), false, Position.NONE);
        assertThat(Parser.parse(Printer.print(scalar)).definitions()).containsExactly(scalar);
    }

    @Test
    void printsFieldSetsOnOneLine() {
        assertThat(Printer.print(Parser.selections("{ id, owner { ... on User { id(as: \"x\") } } }")))
                .isEqualTo("id owner { ... on User { id(as: \"x\") } }");
    }
}
