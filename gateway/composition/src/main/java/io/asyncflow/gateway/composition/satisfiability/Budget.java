package io.asyncflow.gateway.composition.satisfiability;

/**
 * Bounds the work of the proof, which in contrived graphs (keys nested in keys of many subgraphs, many independent
 * override labels) can grow exponentially.
 */
final class Budget {

    private static final int STEPS = 200_000_000;
    private static final int DEPTH = 250;

    private int steps;
    private int depth;

    void spend() {
        if (++steps > STEPS) {
            throw new Exceeded();
        }
    }

    /** Bounds how deep conditions can hang on conditions; goes with {@link #leave}. */
    void enter() {
        if (++depth > DEPTH) {
            throw new Exceeded();
        }
    }

    void leave() {
        depth--;
    }

    /** The proof takes more work than any real graph would. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("Satisfiability takes too much work to prove", null, false, false);
        }
    }
}
