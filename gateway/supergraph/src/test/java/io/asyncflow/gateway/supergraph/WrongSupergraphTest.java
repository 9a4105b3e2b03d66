package io.asyncflow.gateway.supergraph;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code wrong/<case>}: a text that is no supergraph, and what is said about it. */
class WrongSupergraphTest {

    static List<Path> cases() {
        return Goldens.cases("wrong");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongAndWhere(Path folder) throws IOException {
        String sdl = Goldens.read(folder.resolve("supergraph.graphql"));
        SupergraphException wrong = catchThrowableOfType(SupergraphException.class, () -> SupergraphReader.read(sdl));
        Goldens.assertMatches(
                folder.resolve("expected.txt"),
                wrong.code() + " " + wrong.position() + " " + wrong.getMessage() + "\n");
    }
}
