package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.explanation.Explanation;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.Planner.Explained;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.OperationException;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.validation.Problem;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.List;
import java.util.Set;

/** {@code commerce plan}: how a query is answered from the subgraphs. */
final class ShowPlan {

    private static final Accepted ACCEPTED = new Accepted(
            "plan",
            List.of("--supergraph", "--operation", "--labels", "--defer", "--format"),
            List.of("--explain"),
            "query");

    private final Options options;
    private final Surroundings surroundings;

    private ShowPlan(Options options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    static int run(List<String> arguments, Surroundings surroundings) {
        Options options = Options.parse(arguments, ACCEPTED);
        if (options.has("--help")) {
            return Help.print(List.of("plan"), surroundings.out());
        }
        return new ShowPlan(options, surroundings).run();
    }

    private int run() {
        boolean json = options.choice("--format", List.of("text", "json")).equals("json");
        SupergraphFile file = SupergraphFile.read(options, surroundings, "There is nothing to plan for");
        Query query = Query.read(options.operand(), surroundings);
        try {
            PlanReport report = report(file, query);
            surroundings.out().print(json ? Json.write(report.json()) + "\n" : report.text());
            return GatewayCli.OK;
        } catch (OperationException e) {
            return refuse(new QueryFindings(query, e.problems()), json);
        } catch (PlanningException e) {
            var problem = new Problem(e.code(), String.valueOf(e.getMessage()), List.of());
            return refuse(new QueryFindings(query, List.of(problem)), json);
        }
    }

    private int refuse(QueryFindings findings, boolean json) {
        if (json) {
            surroundings.out().println(Json.write(findings.json()));
        } else {
            findings.print(surroundings.err());
        }
        return GatewayCli.FAILED;
    }

    private PlanReport report(SupergraphFile file, Query query) {
        Set<String> labels = OverrideLabels.chosen(options, file.supergraph());
        Document document = parse(query);
        String name = options.single("--operation");
        OperationChoice.check(query, document, name);
        Set<String> defers = DeferVariables.chosen(options, document);
        Joins joins = Joins.of(file.supergraph());
        Operation operation = Operations.of(joins).read(document, name, defers::contains);
        Planner planner = Planner.of(joins, labels);
        if (!options.has("--explain")) {
            return new PlanReport(operation, planner.plan(operation), null);
        }
        Explained explained = planner.explain(operation);
        return new PlanReport(operation, explained.plan(), Explanation.of(operation, explained, planner.graph()));
    }

    private static Document parse(Query query) {
        try {
            return Parser.parse(query.text());
        } catch (SyntaxException e) {
            String message = String.valueOf(e.getMessage());
            throw new OperationException(List.of(new Problem("GRAPHQL_PARSE_FAILED", message, List.of(e.position()))));
        }
    }
}
