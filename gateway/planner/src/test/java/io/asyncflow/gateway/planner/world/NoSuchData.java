package io.asyncflow.gateway.planner.world;

/** That no value fits a field: the subgraphs that answer it know no type or enum value in common. */
public final class NoSuchData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchData(String field) {
        super("No value of " + field + " is known to all subgraphs that answer it");
    }
}
