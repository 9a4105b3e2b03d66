package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field in the subgraph that another one takes it over from. */
final class OverriddenField {

    private final Findings findings;
    private final FieldSources field;
    private final Contribution<FieldDefinition> source;
    private final Overrides overrides;

    OverriddenField(Findings findings, FieldSources field, Contribution<FieldDefinition> source, Overrides overrides) {
        this.findings = findings;
        this.field = field;
        this.source = source;
        this.overrides = overrides;
    }

    void override(Contribution<FieldDefinition> by, Directive directive, @Nullable String label) {
        Place place = Place.of(by.by().name(), directive.position());
        String collision = collision(by);
        if (collision != null) {
            findings.problem(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    "@override of \"" + field.coordinate() + "\" in subgraph \""
                            + by.by().name() + "\" goes against " + collision + ". Remove one of the two.",
                    List.of(place));
            return;
        }
        boolean used = source.by().isUsed(field.type(), source.element());
        if (Contributor.isExternal(source.element())) {
            hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    "is @external in subgraph \"" + from() + "\" and so not resolved there. Remove the @override in"
                            + " subgraph \"" + by.by().name() + "\".",
                    place);
        } else {
            overrides.overridden(source.by(), used);
            if (label == null) {
                canBeRemoved(used);
            }
        }
        if (label != null) {
            migrate(by.by(), label, used, place);
        }
    }

    private @Nullable String collision(Contribution<FieldDefinition> by) {
        for (String directive : List.of(Federation.REQUIRES, Federation.PROVIDES)) {
            if (Applications.has(source.element().directives(), directive)) {
                return "@" + directive.substring(directive.indexOf(':') + 1) + " on the field in subgraph \"" + from()
                        + "\"";
            }
        }
        return Contributor.isExternal(by.element()) ? "@external on the same field" : null;
    }

    private void canBeRemoved(boolean used) {
        hint(
                HintCode.OVERRIDDEN_FIELD_CAN_BE_REMOVED,
                used
                        ? "is overridden in subgraph \"" + from()
                                + "\" but a key, @requires, @provides or interface there"
                                + " still needs it. Mark it @external, or remove it with what refers to it."
                        : "is overridden in subgraph \"" + from() + "\" and no longer resolved there. Remove it.",
                source.place());
    }

    private void migrate(Contributor by, String label, boolean used, Place place) {
        if (OverrideLabel.isValid(label)) {
            overrides.label(by, label);
            overrides.label(source.by(), label);
        } else {
            findings.problem(
                    ErrorCode.OVERRIDE_LABEL_INVALID,
                    "@override of \"" + field.coordinate() + "\" in subgraph \"" + by.name() + "\" has the label \""
                            + label
                            + "\". Write a name that starts with a letter and holds only letters, digits and _-:./,"
                            + " or percent(x) with x from 0 to 100.",
                    List.of(place));
        }
        hint(
                HintCode.OVERRIDE_MIGRATION_IN_PROGRESS,
                "is moving from subgraph \"" + from() + "\" to subgraph \"" + by.name() + "\". When it has moved, "
                        + (used ? "mark it @external there, or remove it with what refers to it." : "remove it there."),
                source.place());
    }

    private String from() {
        return source.by().name();
    }

    private void hint(HintCode code, String what, Place place) {
        findings.hint(code, "Field \"" + field.coordinate() + "\" " + what, List.of(place));
    }
}
