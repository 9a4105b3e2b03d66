package io.asyncflow.user;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries to read all of an input, so that a form can show everything that is wrong with it at once. */
public final class InputCheck {

    private InputCheck() {}

    /** What is wrong with the arguments, each read by one of the readings. */
    public static List<UserError> problems(Runnable... readings) {
        return Stream.of(readings)
                .flatMap(reading -> problem(reading).stream())
                .map(bad -> UserError.of(ErrorCode.INVALID, message(bad), bad.argument()))
                .toList();
    }

    /** The same for the fields of an argument that is an input object. */
    public static List<UserError> problemsIn(String input, Runnable... readings) {
        return Stream.of(readings)
                .flatMap(reading -> problem(reading).stream())
                .map(bad -> UserError.of(ErrorCode.INVALID, message(bad), input, bad.argument()))
                .toList();
    }

    private static Optional<BadInput> problem(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (BadInput bad) {
            return Optional.of(bad);
        }
    }

    private static String message(BadInput bad) {
        return Objects.requireNonNull(bad.getMessage());
    }
}
