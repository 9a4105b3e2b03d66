package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubgraphFilesTest {

    private static final SubgraphFiles FILES = new SubgraphFiles(
            "s",
            "http://s",
            List.of(
                    new SdlFile(Path.of("windows"), "1\r\n2\r\n"),
                    new SdlFile(Path.of("unended"), "3\n4"),
                    new SdlFile(Path.of("empty"), ""),
                    new SdlFile(Path.of("last"), "6\n7\n")));

    @ParameterizedTest
    @CsvSource({"1,windows,1", "2,windows,2", "3,unended,1", "4,unended,2", "6,last,1", "7,last,2", "8,last,3"})
    void findsTheFileOfALine(int line, Path file, int number) {
        assertThat(FILES.locate(line)).isEqualTo(new SubgraphFiles.Line(file, number));
    }

    @Test
    void keepsEachFileOnLinesOfItsOwn() {
        assertThat(FILES.subgraph().sdl()).isEqualTo("1\r\n2\r\n3\n4\n\n6\n7\n");
    }

    @Test
    void addsNothingToTheLastFileSoThatItsEndStaysItsEnd() {
        var files = new SubgraphFiles("a", "http://a", List.of(new SdlFile(Path.of("only"), "type Query {")));

        assertThat(files.subgraph().sdl()).isEqualTo("type Query {");
    }
}
