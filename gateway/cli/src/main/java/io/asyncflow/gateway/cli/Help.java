package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.planner.validation.Spelling;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code commerce help} and {@code commerce help COMMAND}. */
final class Help {

    private static final String COMPOSE = """
            ./commerce compose [options]    subgraph schemas to a supergraph

              --subgraph NAME=URL=FILE  a subgraph; once for each. FILE may be a folder, or several joined by commas
              --config FILE             a supergraph.yaml that lists subgraphs; may be used beside --subgraph
              -o, --output FILE         write the supergraph there; '-' is the standard output, the default
              --format text|json        json prints {"supergraph", "hints"} or {"errors"} on the standard output
              --hints LEVEL             the least that a hint must matter to be shown: warn, info (the default), debug; or none

            Without --subgraph and --config it composes schema/supergraph.yaml and writes schema/supergraph.graphql.
            Errors and hints go to the standard error as FILE:LINE:COLUMN: CODE message.
            Exit code: 0 composed, 1 the schemas do not compose, 2 the command could not work as it was called.
            """;

    private static final String CHECK = """
            ./commerce check [options]      what a change to a subgraph would do to those who use the graph

              --subgraph NAME=FILE      the subgraph as it would be; may be given several times. Another URL: NAME=URL=FILE
              --config FILE             the subgraphs as they are (schema/supergraph.yaml)
              --supergraph FILE         the supergraph that clients see now (schema/supergraph.graphql)
              --operations FOLDER       the operations that must go on working (schema/operations)
              --format text|json

            Without --subgraph it compares the schemas as they lie in the folders with the supergraph that is checked in.
            Prints whether it composes, what changes for clients (breaking, dangerous, safe) and which operations break.
            Exit code: 0 nobody breaks, 1 it does not compose, a change is breaking or an operation is not valid, 2 the command could not work as it was called.
            """;

    private static final String PLAN = """
            ./commerce plan [options] QUERY  how a query is answered from the subgraphs

              QUERY                     a file; or the text, such as '{ products(first: 1) { nodes { title } } }';
                                        or '-' for the standard input
              --supergraph FILE         the supergraph (schema/supergraph.graphql)
              --operation NAME          the operation to plan, where the query has several
              --labels A,B              labels of progressive overrides that are on; the others are off
              --defer A,B               variables of @defer(if:) that are true; the others are false
              --explain                 say why each fetch is there, and what else there was to choose from
              --format text|json

            docs/planning.md says how a plan is read.
            Errors go to the standard error as FILE:LINE:COLUMN: CODE message; with json to the standard output.
            Exit code: 0 planned, 1 the query is not valid or cannot be planned, 2 the command could not work as it was called.
            """;

    private static final String GRAPH = """
            ./commerce graph [options]       what the planner walks on: each type in each subgraph, and the ways between them

              --supergraph FILE         the supergraph (schema/supergraph.graphql)
              --type NAME               that type only
              --labels A,B              labels of progressive overrides that are on; the others are off
              --format text|dot|mermaid  for people, for Graphviz, for Markdown

            Exit code: 0 printed, 2 the command could not work as it was called.
            """;

    private static final Map<String, String> COMMANDS = commands();

    private Help() {}

    private static Map<String, String> commands() {
        var commands = new LinkedHashMap<String, String>();
        commands.put("compose", COMPOSE);
        commands.put("check", CHECK);
        commands.put("plan", PLAN);
        commands.put("graph", GRAPH);
        return commands;
    }

    static int print(List<String> about, PrintStream out) {
        if (about.isEmpty()) {
            out.print(String.join("\n", COMMANDS.values()));
            return GatewayCli.OK;
        }
        String command = about.getFirst();
        if (!COMMANDS.containsKey(command)) {
            throw new WrongUsage("There is no help on '" + command + "', only on "
                    + String.join(", ", COMMANDS.keySet()) + "." + Spelling.suggestion(command, COMMANDS.keySet()));
        }
        out.print(COMMANDS.get(command));
        return GatewayCli.OK;
    }
}
