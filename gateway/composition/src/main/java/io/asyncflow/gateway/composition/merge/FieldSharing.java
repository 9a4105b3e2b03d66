package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.FieldSources.Abstraction;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.FieldDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** INVALID_FIELD_SHARING: a field that several subgraphs resolve is {@code @shareable} in all of them. */
final class FieldSharing {

    private final Findings findings;

    FieldSharing(Findings findings) {
        this.findings = findings;
    }

    void check(FieldSources field, Overrides overrides) {
        List<Contribution<FieldDefinition>> resolving = new ArrayList<>();
        List<Contribution<FieldDefinition>> notShareable = new ArrayList<>();
        for (Contribution<FieldDefinition> each : field.contributions()) {
            if (!overrides.isOverridden(each.by())) {
                sort(field.type(), each, resolving, notShareable);
            }
        }
        for (Abstraction each : field.abstractions()) {
            sort(each.interfaceName(), each.field(), resolving, notShareable);
        }
        if (resolving.size() > 1 && !notShareable.isEmpty()) {
            resolving.sort(Comparator.comparingInt(each -> each.by().order()));
            problem(field, resolving, notShareable, overrides);
        }
    }

    private static void sort(
            String type,
            Contribution<FieldDefinition> field,
            List<Contribution<FieldDefinition>> resolving,
            List<Contribution<FieldDefinition>> notShareable) {
        if (!field.by().isFullyExternal(type, field.element())) {
            resolving.add(field);
            if (!field.by().isShareable(type, field.element())) {
                notShareable.add(field);
            }
        }
    }

    private void problem(
            FieldSources field,
            List<Contribution<FieldDefinition>> resolving,
            List<Contribution<FieldDefinition>> notShareable,
            Overrides overrides) {
        String misspelt = notShareable.stream()
                .filter(each -> overrides.hasUnknownSource(each.by()))
                .findFirst()
                .map(each -> " Its @override in subgraph \"" + each.by().name()
                        + "\" has no effect, because it names a subgraph that does not exist.")
                .orElse("");
        findings.problem(
                ErrorCode.INVALID_FIELD_SHARING,
                "Field \"" + field.coordinate() + "\" is resolved in " + Wording.subgraphs(resolving) + through(field)
                        + " but is not @shareable in "
                        + (notShareable.size() == resolving.size() ? "any of them" : Wording.subgraphs(notShareable))
                        + ". Add @shareable to it everywhere if all of them give the same value, or keep it in one"
                        + " subgraph." + misspelt,
                Contribution.places(resolving));
    }

    private static String through(FieldSources field) {
        return field.abstractions().isEmpty()
                ? ""
                : " (through an interface object in "
                        + Wording.named(field.abstractions().stream()
                                .map(each -> each.by().name())
                                .distinct()
                                .toList())
                        + ")";
    }

    /** A subscription runs in one subgraph, so none of its fields can be shared. */
    void checkSubscription(FieldSources field) {
        List<Contribution<FieldDefinition>> shareable = field.contributions().stream()
                .filter(each -> Applications.has(each.element().directives(), Federation.SHAREABLE))
                .toList();
        if (!shareable.isEmpty()) {
            findings.problem(
                    ErrorCode.INVALID_FIELD_SHARING,
                    "Field \"" + field.coordinate() + "\" is @shareable in " + Wording.subgraphs(shareable)
                            + ", but one subscription cannot run in several subgraphs. Remove @shareable.",
                    Contribution.places(shareable));
        }
    }
}
