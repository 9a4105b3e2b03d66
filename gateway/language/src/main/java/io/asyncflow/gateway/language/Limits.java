package io.asyncflow.gateway.language;

/**
 * How much a source may ask of the parser.
 *
 * @param maxTokens names, numbers, strings and punctuators, comments not counted
 * @param maxDepth how deep selections, values and list types may nest in each other
 */
public record Limits(int maxTokens, int maxDepth) {

    /** Enough for schemas of ten megabytes, and for nothing that would exhaust the stack. */
    public static final Limits DEFAULT = new Limits(6_000_000, 200);

    /** The deepest nesting that all code which walks a tree can take. */
    private static final int DEEPEST = 500;

    public Limits {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, not " + maxTokens);
        }
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth must be between 1 and " + DEEPEST + ", not " + maxDepth);
        }
    }
}
