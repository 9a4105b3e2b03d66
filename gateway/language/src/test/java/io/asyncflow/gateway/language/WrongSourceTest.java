package io.asyncflow.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code wrong/<case>}: a text that is not GraphQL, and where and why. {@code -Dgolden=update} rewrites the latter. */
class WrongSourceTest {

    static List<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/wrong"))) {
            return cases.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongAndWhere(Path folder) throws IOException {
        String source = Files.readString(folder.resolve("source.graphql"));
        SyntaxException wrong = catchThrowableOfType(SyntaxException.class, () -> Parser.parse(source));
        assertThat(wrong).as(source).isNotNull();
        String actual = wrong.position() + " " + wrong.getMessage() + "\n";
        Path expected = folder.resolve("expected.txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
