package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a subgraph that the query is in cannot take a client's step. */
final class DeadEnds {

    private final Subgraphs subgraphs;
    private final Spots spots;
    private final Conditions conditions;
    private final Advance advance;

    DeadEnds(Subgraphs subgraphs, Spots spots, Conditions conditions, Advance advance) {
        this.subgraphs = subgraphs;
        this.spots = spots;
        this.conditions = conditions;
        this.advance = advance;
    }

    String why(Stop stop, Spot spot, boolean byKey, Step step) {
        return switch (step) {
            case Step.Take take -> why(stop, spot, byKey, take);
            case Step.Narrow narrow -> why(spot, narrow);
        };
    }

    private static String why(Spot spot, Step.Narrow step) {
        return spot.type().kind() == LocalType.Kind.INTERFACE_OBJECT
                ? "\"%s\" is an @interfaceObject, and no subgraph that can tell its object type can be reached"
                        .formatted(spot.type().name())
                : "\"%s\" cannot be a \"%s\""
                        .formatted(spot.type().name(), step.to().name());
    }

    private String why(Stop stop, Spot spot, boolean byKey, Step.Take step) {
        Spot at = spot.type().isAbstract() ? spots.narrowed(spot, step.from().name()) : spot;
        LocalField field = at == null ? null : at.type().field(step.field().name());
        if (at == null || field == null) {
            return absent(spot, step);
        }
        if (field.external() && at.providedBelow(field.name()) == null) {
            String by = overriddenBy(at, step);
            return by == null
                    ? "\"%s\" is @external".formatted(step.coordinate())
                    : "\"%s\" is overridden by subgraph \"%s\"".formatted(step.coordinate(), by);
        }
        if (field.label() != null && !field.label().equals(step.label())) {
            return "\"%s\" is resolved only while the @override label \"%s\" is %s"
                    .formatted(
                            step.coordinate(),
                            field.label().name(),
                            field.label().on() ? "on" : "off");
        }
        return conditions.canTake(at, field, byKey && at == spot)
                ? missingContext(stop, at, field, step)
                : unmetRequirement(at, field, step);
    }

    private static String absent(Spot spot, Step.Take step) {
        if (spot.type().kind() == LocalType.Kind.INTERFACE_OBJECT) {
            return "\"%s\" stands for \"%s\" (@interfaceObject) and has no field \"%s\""
                    .formatted(
                            spot.type().name(), step.from().name(), step.field().name());
        }
        String by = overriddenBy(spot, step);
        return by == null
                ? "there is no field \"%s\"".formatted(step.coordinate())
                : "\"%s\" is overridden by subgraph \"%s\"".formatted(step.coordinate(), by);
    }

    private static @Nullable String overriddenBy(Spot spot, Step.Take step) {
        for (FieldJoin join : step.field().joins()) {
            if (spot.type().graph().name().equals(join.override())
                    && join.overrideLabel() == null
                    && join.graph() != null) {
                return join.graph().name();
            }
        }
        return null;
    }

    private String unmetRequirement(Spot spot, LocalField field, Step.Take step) {
        for (FieldPath path : field.requires()) {
            if (!conditions.canFetch(path, spot)) {
                return "\"%s\" requires \"%s\", which cannot be fetched from there".formatted(step.coordinate(), path);
            }
        }
        return "\"%s\" requires what other subgraphs have, but \"%s\" has no @key of fields that are resolved there, "
                        .formatted(step.coordinate(), spot.type().name())
                + "by which the query could come back";
    }

    private String missingContext(Stop stop, Spot spot, LocalField field, Step.Take step) {
        if (!subgraphs.hasOwnKey(spot.type())) {
            return "\"%s\" takes an argument from a context, but \"%s\" has no @key of fields that are resolved there, "
                            .formatted(step.coordinate(), spot.type().name())
                    + "by which the query could come back with it";
        }
        List<ContextArgument> arguments = field.contextArguments();
        for (ContextArgument argument : arguments) {
            String missing = advance.missing(stop.contexts(), argument);
            if (missing != null) {
                return "the argument \"%s\" of \"%s\" comes from a context, but %s"
                        .formatted(argument.name(), step.coordinate(), missing);
            }
        }
        return "\"%s\" cannot be asked for".formatted(step.coordinate());
    }
}
