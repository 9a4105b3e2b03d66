package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.words.Spelling;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import java.util.HashSet;
import java.util.List;

/** The arguments of a field or directive are known, given once, complete, and of their types. */
final class Arguments {

    private final Walk walk;
    private final Literals literals;

    Arguments(Walk walk) {
        this.walk = walk;
        this.literals = new Literals(walk);
    }

    void check(List<Argument> given, List<InputValueDefinition> known, String of, Position position) {
        var seen = new HashSet<String>();
        for (Argument argument : given) {
            if (!seen.add(argument.name())) {
                walk.wrong(argument.position(), "The argument " + argument.name() + " is given twice.");
            }
            check(argument, known, of);
        }
        for (InputValueDefinition definition : known) {
            boolean required = definition.type().isNonNull() && definition.defaultValue() == null;
            if (required && !seen.contains(definition.name())) {
                walk.wrong(position, of + " needs the argument " + definition.name() + ": " + definition.type() + ".");
            }
        }
    }

    private void check(Argument argument, List<InputValueDefinition> known, String of) {
        for (InputValueDefinition definition : known) {
            if (definition.name().equals(argument.name())) {
                literals.check(
                        argument.value(), definition.type(), definition.defaultValue() != null, argument.position());
                return;
            }
        }
        List<String> names = known.stream().map(InputValueDefinition::name).toList();
        walk.wrong(
                argument.position(),
                of + " has no argument " + argument.name() + "." + Spelling.suggestion(argument.name(), names));
    }
}
