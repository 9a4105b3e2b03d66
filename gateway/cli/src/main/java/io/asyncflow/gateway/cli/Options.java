package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.planner.validation.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of a command line: {@code --name value}, {@code --name=value}, {@code --flag}, and {@code -o value}. */
final class Options {

    private static final Map<String, String> SHORT = Map.of("-o", "--output", "-h", "--help");

    private final Accepted accepted;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private @Nullable String operand;

    private Options(Accepted accepted) {
        this.accepted = accepted;
    }

    /** Reads the arguments of a command that takes no operand and no flag. */
    static Options parse(List<String> arguments, String command, List<String> known) {
        return parse(arguments, new Accepted(command, known, List.of(), null));
    }

    /** Reads the arguments; an option that is not accepted is refused. */
    static Options parse(List<String> arguments, Accepted accepted) {
        var options = new Options(accepted);
        var left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            if (!argument.startsWith("-") || argument.equals("-")) {
                options.operand(argument);
                continue;
            }
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String written = equals < 0 ? argument : argument.substring(0, equals);
            String name = options.known(written);
            if (accepted.flags().contains(name)) {
                options.flag(name, equals >= 0);
            } else if (equals >= 0) {
                options.add(name, argument.substring(equals + 1));
            } else if (left.hasNext()) {
                options.add(name, left.next());
            } else {
                throw new WrongUsage("Option '" + written + "' needs a value behind it.");
            }
        }
        return options;
    }

    private void operand(String argument) {
        if (accepted.operand() == null) {
            throw new WrongUsage("'" + argument + "' stands alone. What " + accepted.command() + " takes are options; "
                    + accepted.help() + " lists them.");
        }
        if (operand != null) {
            throw new WrongUsage("'" + argument + "' is one too many: " + accepted.command() + " takes one "
                    + accepted.operand() + ", in quotes where it has blanks.");
        }
        operand = argument;
    }

    private String known(String written) {
        String name = SHORT.getOrDefault(written, written);
        if (!accepted.names().contains(name)) {
            throw new WrongUsage("Unknown option '" + written + "' of " + accepted.command() + "."
                    + Spelling.suggestion(name, accepted.names()) + " " + accepted.help() + " lists them all.");
        }
        return name;
    }

    private void flag(String name, boolean hasValue) {
        if (hasValue) {
            throw new WrongUsage("Option '" + name + "' takes no value.");
        }
        add(name, "");
    }

    private void add(String name, String value) {
        given.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** What stands on the command line beside the options. */
    String operand() {
        if (operand == null) {
            throw new WrongUsage(
                    "The " + accepted.operand() + " is missing; " + accepted.help() + " says how to give it.");
        }
        return operand;
    }

    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** The words of all its values, which commas separate and which must be among those that are known. */
    Set<String> known(String name, Collection<String> known, String noun) {
        Set<String> words = words(name);
        for (String word : words) {
            if (!known.contains(word)) {
                throw new WrongUsage("'" + word + "' in " + name + " is no " + noun + " here."
                        + Spelling.suggestion(word, known)
                        + (known.isEmpty() ? " There is none." : " There is " + String.join(", ", known) + "."));
            }
        }
        return words;
    }

    private Set<String> words(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
