package io.asyncflow.gateway.supergraph;

/** The contract leaves no schema that clients could use. */
public final class ContractException extends RuntimeException {

    ContractException(String message) {
        super(message);
    }
}
