package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive must suit the definition that the supergraph has of it, which may be another subgraph's, and the kind that
 * the type has in the supergraph, which for an interface object is another one.
 */
final class DirectivesFit implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        FittingValues values = new FittingValues(subject.supergraph());
        List<Problem> problems = new ArrayList<>();
        for (AnnotatedElement element : AnnotatedElement.all(subject.supergraph())) {
            for (Directive directive : element.directives()) {
                DirectiveDefinition definition =
                        subject.supergraph().directives().get(directive.name());
                String complaint = definition == null ? null : complaint(values, element, directive, definition);
                if (complaint != null) {
                    problems.add(new Problem(
                            ErrorCode.INVALID_GRAPHQL,
                            "@" + directive.name() + " on \"" + element.coordinate() + "\" " + complaint
                                    + " in the supergraph. Change it, or the definition it has there.",
                            subject.sources().places(List.of(), element.coordinate(), source -> true)));
                }
            }
        }
        return problems;
    }

    private static @Nullable String complaint(
            FittingValues values, AnnotatedElement element, Directive directive, DirectiveDefinition definition) {
        if (!definition.locations().contains(element.location())) {
            return "may not stand on " + element.location();
        }
        for (InputValueDefinition argument : definition.arguments()) {
            var value = directive.argument(argument.name());
            if (value == null && argument.type().isNonNull() && argument.defaultValue() == null) {
                return "lacks its required argument \"" + argument.name() + "\"";
            }
            if (value != null && !values.fits(value, argument.type())) {
                return "has a value for \"" + argument.name() + "\" that is none of type \"" + argument.type() + "\"";
            }
        }
        for (Argument argument : directive.arguments()) {
            if (definition.arguments().stream().noneMatch(each -> each.name().equals(argument.name()))) {
                return "has no argument \"" + argument.name() + "\"";
            }
        }
        return null;
    }
}
