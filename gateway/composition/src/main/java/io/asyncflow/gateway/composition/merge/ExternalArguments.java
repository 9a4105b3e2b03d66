package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An {@code @external} field has the arguments that the field has in the supergraph. */
final class ExternalArguments {

    private final Scope scope;

    ExternalArguments(Scope scope) {
        this.scope = scope;
    }

    void check(FieldSources field, List<InputValueDefinition> merged) {
        for (InputValueDefinition argument : merged) {
            check(field, argument);
        }
    }

    private void check(FieldSources field, InputValueDefinition merged) {
        List<Contribution<InputValueDefinition>> with = new ArrayList<>();
        List<Contribution<InputValueDefinition>> external = new ArrayList<>();
        List<Contributor> without = new ArrayList<>();
        boolean missing = false;
        for (Contribution<FieldDefinition> each : field.contributions()) {
            InputValueDefinition argument = argument(each.element(), merged.name());
            boolean isExternal = Contributor.isExternal(each.element());
            if (argument == null) {
                without.add(each.by());
                missing |= isExternal;
                continue;
            }
            with.add(new Contribution<>(each.by(), argument));
            if (isExternal) {
                external.add(with.getLast());
            }
        }
        String coordinate = Coordinate.argument(field.coordinate(), merged.name());
        if (missing) {
            problem(
                    ErrorCode.EXTERNAL_ARGUMENT_MISSING,
                    coordinate,
                    "is " + Wording.presence(with, without) + ", where the field is @external. Add it there.",
                    with);
        }
        if (any(external, argument -> !accepts(argument, merged))) {
            problem(
                    ErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH,
                    coordinate,
                    "has another type where its field is @external: "
                            + Wording.distribution(with, each -> "\"" + each.type() + "\"")
                            + ". Give it the type \"" + merged.type() + "\" there.",
                    with);
        }
        if (any(external, argument -> !hasDefault(argument, merged))) {
            problem(
                    ErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH,
                    coordinate,
                    "has another default where its field is @external: "
                            + Wording.distribution(with, DefaultValueMerge::words)
                            + ". Give it the same default there.",
                    with);
        }
    }

    static @Nullable InputValueDefinition argument(FieldDefinition field, String name) {
        for (InputValueDefinition argument : field.arguments()) {
            if (argument.name().equals(name)) {
                return argument;
            }
        }
        return null;
    }

    private static boolean any(
            List<Contribution<InputValueDefinition>> external, Predicate<InputValueDefinition> wrong) {
        return external.stream().anyMatch(each -> wrong.test(each.element()));
    }

    private boolean accepts(InputValueDefinition external, InputValueDefinition merged) {
        return scope.subtyping().isSubtype(external.type(), merged.type(), null);
    }

    private static boolean hasDefault(InputValueDefinition external, InputValueDefinition merged) {
        return DefaultValues.same(merged.defaultValue(), external.defaultValue());
    }

    private void problem(
            ErrorCode code, String coordinate, String what, List<Contribution<InputValueDefinition>> with) {
        scope.findings().problem(code, "Argument \"" + coordinate + "\" " + what, Contribution.places(with));
    }
}
