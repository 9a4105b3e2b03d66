import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.util.Set;

/** The way from a text to its plan, from each point on where one can start. */
record Stages(Operations operations, Planner planner) {

    /** Results end here, so that the compiler cannot leave out the work. */
    private static volatile Object result;

    static Stages of(String sdl) {
        Joins joins = Joins.of(SupergraphReader.read(sdl));
        return new Stages(Operations.of(joins), Planner.of(joins, Set.of()));
    }

    Plan text(String text) {
        return document(Parser.parse(text));
    }

    private Plan document(Document document) {
        return planner.plan(operation(document));
    }

    private Operation operation(Document document) {
        return operations.read(document, null, variable -> true);
    }

    Runnable stage(String name, String text) {
        Document document = Parser.parse(text);
        return switch (name) {
            case "text" -> () -> result = text(text);
            case "document" -> () -> result = document(document);
            case "plan" -> {
                Operation operation = operation(document);
                yield () -> result = planner.plan(operation);
            }
            default -> throw new IllegalArgumentException("unknown stage " + name);
        };
    }
}
