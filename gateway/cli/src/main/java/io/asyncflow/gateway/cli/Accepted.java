package io.asyncflow.gateway.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command takes on its command line.
 *
 * @param options those with a value
 * @param flags those without
 * @param operand what else stands on the command line, once, or null where nothing may
 */
record Accepted(
        String command,
        List<String> options,
        List<String> flags,
        @Nullable String operand) {

    Accepted {
        options = List.copyOf(options);
        flags = Stream.concat(flags.stream(), Stream.of("--help")).toList();
    }

    List<String> names() {
        return Stream.concat(options.stream(), flags.stream()).toList();
    }

    String help() {
        return "'./commerce help " + command + "'";
    }
}
