package io.asyncflow.gateway.composition.merge.directive;

/** Requirements of several subgraphs that combine to more alternatives than anyone can mean. */
public final class TooManyAlternativesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyAlternativesException(long alternatives) {
        super("Together they make " + alternatives + " alternatives; state them with fewer.");
    }
}
