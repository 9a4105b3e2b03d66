package io.asyncflow.gateway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayOptionsTest {

    @Test
    void readsEveryOption() {
        assertThat(options("--supergraph s.graphql --config=g.yaml --port 0 --print-config --print-schema -h"))
                .isEqualTo(new GatewayOptions("s.graphql", "g.yaml", 0, true, true, true));
    }

    @Test
    void needsNone() {
        assertThat(GatewayOptions.parse(List.of()))
                .isEqualTo(new GatewayOptions(null, null, null, false, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --prot 4000                  | Unknown option '--prot'. Did you mean '--port'? There is --supergraph,
            -p 4000                      | Unknown option '-p'.
            s.graphql                    | 's.graphql' stands alone: what the gateway takes are options. For a supergraph, write --supergraph s.graphql.
            --port                       | Option '--port' needs a value behind it.
            --config --port 1            | Option '--config' needs a value behind it.
            --supergraph=                | Option '--supergraph' needs a value behind it.
            --port many                  | Option '--port' needs a port, from 0 to 65535, not 'many'.
            --port 65536                 | Option '--port' needs a port
            --port -1                    | Option '--port' needs a port
            --port 1 --port 2            | Option '--port' is given twice.
            --print-config=yes           | Option '--print-config' takes no value.
            """)
    void saysWhatIsWrong(String arguments, String sentence) {
        assertThatThrownBy(() -> options(arguments))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining(sentence);
    }

    private static GatewayOptions options(String arguments) {
        return GatewayOptions.parse(List.of(arguments.split(" ")));
    }
}
