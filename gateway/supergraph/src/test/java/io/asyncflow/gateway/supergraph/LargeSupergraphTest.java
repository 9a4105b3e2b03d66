package io.asyncflow.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Size must not cost more than its share: these take a second or so, and minutes where a walk is quadratic. */
class LargeSupergraphTest {

    private static final String HEAD = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            {
              query: Query
            }

            enum join__Graph {
              A @join__graph(name: "a", url: "http://a")
              B @join__graph(name: "b", url: "http://b")
            }
            """;

    @Test
    void readsAQueryTypeOfManyFields() {
        StringBuilder sdl = new StringBuilder(HEAD).append("type Query @join__type(graph: A) {\n");
        for (int field = 0; field < 50_000; field++) {
            sdl.append("  f").append(field).append(": Int @join__field(graph: A)\n");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> roundTrip(sdl.append("}\n").toString()));
    }

    @Test
    void readsAUnionOfManyMembers() {
        StringBuilder sdl = new StringBuilder(HEAD).append("type Query @join__type(graph: A) {\n  all: All\n}\n");
        StringBuilder union = new StringBuilder("union All @join__type(graph: A) @join__type(graph: B)");
        for (int member = 0; member < 10_000; member++) {
            sdl.append("type M").append(member).append(" @join__type(graph: A) @join__type(graph: B) {\n  x: Int\n}\n");
            union.append(" @join__unionMember(graph: A, member: \"M")
                    .append(member)
                    .append("\")");
        }
        for (int member = 0; member < 10_000; member++) {
            union.append(member == 0 ? " = M" : " | M").append(member);
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> roundTrip(sdl.append(union).toString()));
    }

    private static void roundTrip(String sdl) {
        Supergraph supergraph = SupergraphReader.read(sdl);
        assertThat(SupergraphReader.read(SupergraphPrinter.print(supergraph))).isEqualTo(supergraph);
        assertThat(ApiSchema.of(supergraph).definitions()).isNotEmpty();
    }
}
