package io.asyncflow.gateway.cli;

import java.io.PrintStream;
import java.util.List;

/** {@code commerce help compose} and {@code commerce help check}. */
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
            Exit code: 0 nobody breaks, 1 it does not compose, a change is breaking or an operation is not valid, 2 as above.
            """;

    private Help() {}

    static int print(List<String> about, PrintStream out) {
        switch (about.isEmpty() ? "" : about.getFirst()) {
            case "" -> out.print(COMPOSE + "\n" + CHECK);
            case "compose" -> out.print(COMPOSE);
            case "check" -> out.print(CHECK.replace("2 as above", "2 the command could not work as it was called"));
            default ->
                throw new WrongUsage("There is no help on '" + about.getFirst() + "', only on compose and check.");
        }
        return GatewayCli.OK;
    }
}
