package io.asyncflow.gateway.server.graphiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphiqlSettingsTest {

    @Test
    void refusesAnEmptyTab() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GraphiqlSettings(true, List.of("{ a }", " \n")))
                .withMessageStartingWith("tabs ");
    }

    @Test
    void takesOtherTabsOnlyWhereItHasNone() {
        assertThat(GraphiqlSettings.DEFAULT.orTabs(List.of("{ b }")).tabs()).containsExactly("{ b }");
        assertThat(new GraphiqlSettings(true, List.of("{ a }"))
                        .orTabs(List.of("{ b }"))
                        .tabs())
                .containsExactly("{ a }");
    }
}
