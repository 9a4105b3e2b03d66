package io.asyncflow.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A document with operations.
 *
 * @param place what its positions are in: a file, or a word for where else it came from
 */
record Query(String place, String text) {

    private static final Pattern TEXT = Pattern.compile(
            "(?:[\\s,]|#[^\\n]*\\n)*+(?:\\{|(?:query|mutation|subscription|fragment)[\\s{(@]).*", Pattern.DOTALL);

    private static final String FORMS = " A query is a file, or '-' for the standard input, or text that starts with"
            + " '{', query, mutation, subscription or fragment.";

    /** What stands on the command line may be a query itself, {@code -} for the standard input, or a file. */
    static Query read(String operand, Surroundings surroundings) {
        if (operand.equals("-")) {
            return new Query("stdin", input(surroundings));
        }
        if (TEXT.matcher(operand).matches()) {
            return new Query("query", operand);
        }
        if (operand.isBlank()) {
            throw new WrongUsage("The query is empty." + FORMS);
        }
        Path file = surroundings.resolve(operand);
        if (!Files.exists(file)) {
            throw new WrongUsage("There is no file " + file + "." + FORMS);
        }
        return new Query(file.toString(), SdlFile.text(file));
    }

    private static String input(Surroundings surroundings) {
        try {
            return SdlFile.decode("standard input", surroundings.in().readAllBytes());
        } catch (IOException e) {
            throw new WrongUsage("The standard input cannot be read" + SdlFile.reason(e));
        }
    }
}
