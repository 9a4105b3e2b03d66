package io.asyncflow.gateway.planner.validation;

/**
 * How large an operation may become once its fragments are spread out.
 *
 * @param maxFields the fields in all its selection sets
 * @param maxDepth how deep fields may nest in each other; fragments, twice as deep
 */
public record OperationLimits(int maxFields, int maxDepth) {

    public static final OperationLimits DEFAULT = new OperationLimits(50_000, 500);

    /** The deepest nesting that all code which walks an operation can take. */
    private static final int DEEPEST = 500;

    public OperationLimits {
        if (maxFields < 1) {
            throw new IllegalArgumentException("maxFields must be at least 1, not " + maxFields);
        }
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth must be between 1 and " + DEEPEST + ", not " + maxDepth);
        }
    }
}
