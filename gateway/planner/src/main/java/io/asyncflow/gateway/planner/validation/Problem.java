package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Position;
import java.util.List;

/**
 * One thing that is wrong with a document. The code and the message are for the client.
 *
 * @param positions empty where it is the document as a whole
 */
public record Problem(String code, String message, List<Position> positions) {

    /** That the document is no GraphQL. */
    public static final String SYNTAX = "GRAPHQL_PARSE_FAILED";

    /** That the document breaks a rule of the GraphQL specification. */
    public static final String INVALID = "GRAPHQL_VALIDATION_FAILED";

    /** That executing the document would take more than is allowed. */
    public static final String TOO_LARGE = "OPERATION_TOO_LARGE";

    public Problem {
        positions = List.copyOf(positions);
    }

    /** The first of its positions. */
    public Position position() {
        return positions.isEmpty() ? Position.NONE : positions.getFirst();
    }
}
