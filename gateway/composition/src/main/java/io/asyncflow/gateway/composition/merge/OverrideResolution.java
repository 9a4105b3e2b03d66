package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which subgraph takes a field over from which ({@code @override}), and what stands against it. */
final class OverrideResolution {

    private final Findings findings;
    private final Set<String> subgraphs;

    OverrideResolution(Scope scope) {
        findings = scope.findings();
        subgraphs = scope.contributors().stream().map(Contributor::name).collect(Collectors.toSet());
    }

    /** One application, and the field that carries it. */
    private record Application(Contribution<FieldDefinition> field, Directive directive, String from) {

        Contributor by() {
            return field.by();
        }

        Place place() {
            return Place.of(by().name(), directive.position());
        }

        @Nullable
        String label() {
            return Applications.text(directive, "label");
        }
    }

    Overrides resolve(FieldSources field) {
        List<Application> all = all(field);
        if (all.isEmpty()) {
            return Overrides.NONE;
        }
        Overrides overrides = new Overrides();
        for (Application each : all) {
            resolve(field, each, all, overrides);
        }
        return overrides;
    }

    private static List<Application> all(FieldSources field) {
        List<Application> all = new ArrayList<>();
        for (Contribution<FieldDefinition> each : field.contributions()) {
            Directive directive = Applications.first(each.element().directives(), Federation.OVERRIDE);
            String from = directive == null ? null : Applications.text(directive, "from");
            if (directive != null && from != null) {
                all.add(new Application(each, directive, from));
            }
        }
        return all;
    }

    private void resolve(FieldSources field, Application override, List<Application> all, Overrides overrides) {
        TypeDefinition type = override.by().type(field.type());
        String from = override.from();
        if (type instanceof InterfaceDefinition) {
            problem(
                    ErrorCode.OVERRIDE_ON_INTERFACE,
                    field,
                    override,
                    "stands on a field of an interface. Override the field in the types that implement it instead.");
        } else if (type != null && Contributor.isInterfaceObject(type)) {
            problem(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    field,
                    override,
                    "stands on a field of a type with @interfaceObject, which cannot override. Remove it.");
        } else if (!subgraphs.contains(from)) {
            overrides.unknownSource(override.by());
            hint(
                    HintCode.FROM_SUBGRAPH_DOES_NOT_EXIST,
                    field,
                    override,
                    "names subgraph \"" + from + "\", which does not exist" + Suggestion.of(from, subgraphs) + ".");
        } else if (from.equals(override.by().name())) {
            problem(
                    ErrorCode.OVERRIDE_FROM_SELF_ERROR,
                    field,
                    override,
                    "names its own subgraph. Name the subgraph that the field moves away from.");
        } else if (all.stream().anyMatch(other -> other.by().name().equals(from))) {
            twice(field, override, all);
        } else {
            resolve(field, override, overrides);
        }
    }

    private void twice(FieldSources field, Application override, List<Application> all) {
        List<Place> places = new ArrayList<>(List.of(override.place()));
        all.stream()
                .filter(other -> other.by().name().equals(override.from()))
                .forEach(other -> places.add(other.place()));
        findings.problem(
                ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE,
                words(field, override) + "names subgraph \"" + override.from()
                        + "\", where the field has an @override too. Keep only one of them.",
                places);
    }

    private void resolve(FieldSources field, Application override, Overrides overrides) {
        Contribution<FieldDefinition> source = field.in(override.from());
        if (source != null) {
            new OverriddenField(findings, field, source, overrides)
                    .override(override.field(), override.directive(), override.label());
        } else if (field.abstractions().stream()
                .anyMatch(each -> each.by().name().equals(override.from()))) {
            problem(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    field,
                    override,
                    "names subgraph \"" + override.from()
                            + "\", which has the field only through an interface object. Such fields cannot be overridden:"
                            + " remove the @override, or define the type in that subgraph.");
        } else {
            hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    field,
                    override,
                    "names subgraph \"" + override.from() + "\", which no longer has the field. Remove it.");
        }
    }

    private void problem(ErrorCode code, FieldSources field, Application override, String what) {
        findings.problem(code, words(field, override) + what, List.of(override.place()));
    }

    private void hint(HintCode code, FieldSources field, Application override, String what) {
        findings.hint(code, words(field, override) + what, List.of(override.place()));
    }

    private static String words(FieldSources field, Application override) {
        return "@override of \"" + field.coordinate() + "\" in subgraph \""
                + override.by().name() + "\" ";
    }
}
