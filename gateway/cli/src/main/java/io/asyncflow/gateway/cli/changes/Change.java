package io.asyncflow.gateway.cli.changes;

/**
 * One difference between two schemas.
 *
 * @param path where: {@code Type}, {@code Type.field}, {@code Type.field(argument)}, {@code @directive}
 */
public record Change(Severity severity, String code, String path, String message) {

    /** What a change may do to a client that works today. */
    public enum Severity {
        /** Operations that were valid are so no longer, or get something else. */
        BREAKING,
        /** All operations stay valid, but a client may get what it is not prepared for. */
        DANGEROUS,
        /** No client notices. */
        SAFE
    }

    static Change breaking(String code, String path, String message) {
        return new Change(Severity.BREAKING, code, path, message);
    }

    static Change dangerous(String code, String path, String message) {
        return new Change(Severity.DANGEROUS, code, path, message);
    }

    static Change safe(String code, String path, String message) {
        return new Change(Severity.SAFE, code, path, message);
    }
}
