package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of a field or directive are known, given once, complete, and of their types. */
final class Arguments {

    private final Walk walk;
    private final Literals literals;

    Arguments(Walk walk) {
        this.walk = walk;
        this.literals = new Literals(walk);
    }

    /**
     * @param of begins the name of what has the arguments, which {@code name} ends
     */
    void check(List<Argument> given, List<InputValueDefinition> known, String of, String name, Position position) {
        if (given.isEmpty() && known.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Argument argument : given) {
            if (!seen.add(argument.name())) {
                walk.wrong(argument.position(), "The argument " + argument.name() + " is given twice.");
            }
            InputValueDefinition definition = find(known, argument.name());
            if (definition == null) {
                unknown(argument, known, of + name);
            } else {
                literals.check(
                        argument.value(), definition.type(), definition.defaultValue() != null, argument.position());
            }
        }
        for (InputValueDefinition definition : known) {
            boolean required = definition.type().isNonNull() && definition.defaultValue() == null;
            if (required && !seen.contains(definition.name())) {
                walk.wrong(
                        position,
                        of + name + " needs the argument " + definition.name() + ": " + definition.type() + ".");
            }
        }
    }

    private static @Nullable InputValueDefinition find(List<InputValueDefinition> known, String name) {
        for (InputValueDefinition definition : known) {
            if (definition.name().equals(name)) {
                return definition;
            }
        }
        return null;
    }

    private void unknown(Argument argument, List<InputValueDefinition> known, String of) {
        List<String> names = known.stream().map(InputValueDefinition::name).toList();
        walk.wrong(
                argument.position(),
                of + " has no argument " + argument.name() + "." + Spelling.suggestion(argument.name(), names));
    }
}
