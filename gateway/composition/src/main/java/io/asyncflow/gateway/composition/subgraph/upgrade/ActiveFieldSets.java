package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.composition.subgraph.fieldset.Selected;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of {@code @requires} and {@code @provides} what the subgraph resolves anyway.
 *
 * <pre>
 * before: shipping: Int &#64;requires(fields: "sku weight")    with weight &#64;external, sku not
 * after:  shipping: Int &#64;requires(fields: "weight")
 * </pre>
 */
final class ActiveFieldSets extends Step {

    private final Draft draft;
    private final FieldSets fieldSets;

    private ActiveFieldSets(Draft draft) {
        this.draft = draft;
        this.fieldSets = new FieldSets(draft);
    }

    static Draft of(Draft draft) {
        boolean nothing = draft.applications(Federation.REQUIRES).isEmpty()
                && draft.applications(Federation.PROVIDES).isEmpty();
        return nothing ? draft : new ActiveFieldSets(draft).rewrite(draft);
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        List<Directive> directives = new ArrayList<>();
        for (Directive directive : field.directives()) {
            TypeDefinition target = switch (directive.name()) {
                case Federation.REQUIRES -> type;
                case Federation.PROVIDES -> draft.type(field.type());
                default -> null;
            };
            Directive active = Draft.isComposite(target) && target != null ? active(directive, target) : directive;
            if (active != null) {
                directives.add(active);
            }
        }
        return directives;
    }

    private @Nullable Directive active(Directive directive, TypeDefinition target) {
        try {
            List<Selected> selected = fieldSets.read(directive, target, (_, _) -> {});
            if (selected.stream().allMatch(this::isActive)) {
                return directive;
            }
            List<Selection> kept = kept(selected);
            return kept.isEmpty() ? null : withFields(directive, Printer.print(kept));
        } catch (FieldSetProblem problem) {
            return directive;
        }
    }

    private static Directive withFields(Directive directive, String fields) {
        Argument argument = new Argument("fields", new StringValue(fields), directive.position());
        return new Directive(directive.name(), List.of(argument), directive.position());
    }

    private boolean isActive(Selected selected) {
        if (isExternal(selected)) {
            return true;
        }
        boolean leaf = selected.selections().isEmpty();
        return !leaf && selected.selections().stream().allMatch(this::isActive);
    }

    private List<Selection> kept(List<Selected> selections) {
        List<Selection> kept = new ArrayList<>();
        for (Selected selected : selections) {
            if (isExternal(selected)) {
                kept.add(selected.selection());
                continue;
            }
            List<Selection> within = kept(selected.selections());
            if (!within.isEmpty()) {
                kept.add(with(selected.selection(), within));
            }
        }
        return kept;
    }

    private static Selection with(Selection selection, List<Selection> within) {
        return switch (selection) {
            case Selection.Field(var alias, var name, var arguments, var directives, var _, var position) ->
                new Selection.Field(alias, name, arguments, directives, within, position);
            case Selection.InlineFragment(var condition, var directives, var _, var position) ->
                new Selection.InlineFragment(condition, directives, within, position);
            case Selection.FragmentSpread spread -> spread;
        };
    }

    private boolean isExternal(Selected selected) {
        FieldDefinition field = selected.field();
        if (field == null) {
            return false;
        }
        Coordinate coordinate = Coordinate.of(selected.parent(), field);
        return Draft.has(field.directives(), Federation.EXTERNAL)
                || fieldSets.implementations(coordinate).stream().anyMatch(this::isMarked);
    }

    private boolean isMarked(Coordinate coordinate) {
        TypeDefinition type = draft.type(coordinate.type());
        FieldDefinition field = type == null ? null : draft.field(type, coordinate.field());
        return field != null && Draft.has(field.directives(), Federation.EXTERNAL);
    }
}
