package io.asyncflow.gateway.server.graphiql;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void hasDocumentsThatOurGraphAnswers() throws IOException {
        var joins = Joins.of(SupergraphReader.read(Files.readString(Path.of("../../schema/supergraph.graphql"))));
        var operations = Operations.of(joins);
        var planner = Planner.of(joins, Set.of());

        List<Plan> plans = Tour.documents().stream()
                .map(document -> planner.plan(operations.read(Parser.parse(document), null, _ -> true)))
                .toList();

        assertThat(plans).hasSize(3);
        assertThat(plans.getFirst().fetches())
                .as("the first tab shows what a gateway is for")
                .extracting(fetch -> fetch.graph().name())
                .contains("catalog", "ai", "user");
        assertThat(plans.get(1).fetches()).as("the second tab waits").anyMatch((Fetch fetch) -> fetch.deferral() > 0);
    }
}
