package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Selection.Field;
import io.asyncflow.gateway.language.Selection.FragmentSpread;
import io.asyncflow.gateway.language.Selection.InlineFragment;
import io.asyncflow.gateway.planner.api.Api;
import java.util.List;

/** The fields and fragments of a selection exist on the type that they are selected from. */
final class Selections {

    private final Walk walk;
    private final Api api;
    private final Directives directives;
    private final Arguments arguments;
    private final Deferrals deferrals;

    Selections(Walk walk) {
        this.walk = walk;
        this.api = walk.api();
        this.directives = new Directives(walk);
        this.arguments = new Arguments(walk);
        this.deferrals = new Deferrals(walk);
    }

    void check(List<Selection> selections, String type) {
        for (Selection selection : selections) {
            switch (selection) {
                case Field field -> field(field, type);
                case InlineFragment fragment -> inline(fragment, type);
                case FragmentSpread spread -> spread(spread, type);
            }
        }
    }

    private void field(Field field, String type) {
        directives.check(field.directives(), "FIELD");
        FieldDefinition definition = Fields.of(api, type, field.name());
        if (definition == null) {
            walk.wrong(
                    field.position(),
                    "There is no field " + field.name() + " on " + type + "."
                            + Spelling.suggestion(field.name(), api.fields(type).keySet()));
            return;
        }
        arguments.check(field.arguments(), definition.arguments(), type + ".", field.name(), field.position());
        if (field.name().equals("__schema") || field.name().equals("__type")) {
            walk.introspected().add(field);
        }
        String result = definition.type().name();
        if (!api.isComposite(result)) {
            if (!field.selections().isEmpty()) {
                walk.wrong(
                        field.position(),
                        type + "." + field.name() + " is a " + result + ", which has no fields to select.");
            }
        } else if (field.selections().isEmpty()) {
            walk.wrong(field.position(), type + "." + field.name() + " is a " + result + ": select fields of it.");
        } else {
            check(field.selections(), result);
        }
    }

    private void inline(InlineFragment fragment, String type) {
        directives.check(fragment.directives(), "INLINE_FRAGMENT");
        deferrals.check(fragment.directives(), type);
        String condition = fragment.typeCondition() == null ? type : fragment.typeCondition();
        if (!api.isComposite(condition)) {
            walk.wrong(fragment.position(), noComposite(condition, api));
            return;
        }
        overlap(condition, type, fragment.position());
        check(fragment.selections(), condition);
    }

    private void spread(FragmentSpread spread, String type) {
        directives.check(spread.directives(), "FRAGMENT_SPREAD");
        deferrals.check(spread.directives(), type);
        FragmentDefinition fragment = walk.fragments().get(spread.name());
        if (fragment == null) {
            walk.wrong(
                    spread.position(),
                    "There is no fragment " + spread.name() + "."
                            + Spelling.suggestion(
                                    spread.name(), walk.fragments().keySet()));
            return;
        }
        walk.spreads().add(spread.name());
        if (api.isComposite(fragment.typeCondition())) {
            overlap(fragment.typeCondition(), type, spread.position());
        }
    }

    private void overlap(String condition, String type, Position position) {
        if (!condition.equals(type) && !api.overlap(condition, type)) {
            walk.wrong(position, "A " + type + " is never a " + condition + ", so this selects nothing.");
        }
    }

    /** What is wrong with a type that a fragment cannot be on. */
    static String noComposite(String type, Api api) {
        return api.types().containsKey(type)
                ? "A fragment cannot be on " + type + ", which has no fields."
                : "There is no type " + type + "."
                        + Spelling.suggestion(type, api.types().keySet());
    }
}
