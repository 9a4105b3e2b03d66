package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.merge.validation.Sources.Source;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.List;

/** What clients see cannot be of a type that they do not see. */
final class ReferencedInaccessible implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        return TypedElement.all(subject).stream()
                .filter(element ->
                        element.visible() && isHidden(subject, element.type().name()))
                .map(element -> problem(subject, element))
                .toList();
    }

    private static boolean isHidden(Subject subject, String name) {
        var type = subject.supergraph().types().get(name);
        return type != null
                && subject.visibility().hides(type.directives())
                && !subject.visibility().isSpecified(type);
    }

    private static Problem problem(Subject subject, TypedElement element) {
        String type = element.type().name();
        return new Problem(
                ErrorCode.REFERENCED_INACCESSIBLE,
                "\"" + element.coordinate() + "\" is of type \"" + type + "\", which is @inaccessible. Make \""
                        + element.coordinate() + "\" @inaccessible too, or the type accessible.",
                subject.sources()
                        .places(List.of(Coordinate.type(type)), element.coordinate(), source -> isOf(source, type)));
    }

    private static boolean isOf(Source source, String type) {
        return source.type() != null && source.type().name().equals(type);
    }
}
