package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.words.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a command line: {@code --name value}, {@code --name=value}, and {@code -o value}. */
final class Options {

    private static final Map<String, String> SHORT = Map.of("-o", "--output", "-h", "--help");

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private Options() {}

    /** Reads the arguments; an option that is not among {@code known} is refused. */
    static Options parse(List<String> arguments, String command, List<String> known) {
        var options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-") || argument.equals("-")) {
                throw new WrongUsage("'" + argument + "' stands alone. What " + command
                        + " takes are options; './commerce help " + command + "' lists them.");
            }
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String written = equals < 0 ? argument : argument.substring(0, equals);
            String name = SHORT.getOrDefault(written, written);
            if (name.equals("--help") && equals < 0) {
                options.add(name, "");
                continue;
            }
            if (!known.contains(name)) {
                throw new WrongUsage("Unknown option '" + written + "' of " + command + "."
                        + Spelling.suggestion(name, known) + " './commerce help " + command + "' lists them all.");
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new WrongUsage("Option '" + written + "' needs a value behind it.");
            }
            options.add(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        return options;
    }

    private void add(String name, String value) {
        given.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    @Nullable
    String single(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new WrongUsage("Option '" + name + "' is given " + values.size() + " times; once is enough.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** One of a few words; the first is the default. */
    String choice(String name, List<String> choices) {
        String value = single(name);
        if (value == null) {
            return choices.getFirst();
        }
        if (!choices.contains(value)) {
            throw new WrongUsage("'" + value + "' is nothing that " + name + " knows; choose one of "
                    + String.join(", ", choices) + ".");
        }
        return value;
    }
}
