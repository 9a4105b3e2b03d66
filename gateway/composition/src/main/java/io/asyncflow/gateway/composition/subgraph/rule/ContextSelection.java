package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem;
import io.asyncflow.gateway.composition.subgraph.fieldset.Selected;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CONTEXT_INVALID_SELECTION: from every type that sets the context, the selection reads one value that fits. */
final class ContextSelection {

    private final Facts facts;
    private final Reporter reporter;
    private final Applied applied;
    private final InputValueDefinition argument;
    private final Set<String> usedConditions = new LinkedHashSet<>();

    ContextSelection(Facts facts, Reporter reporter, Applied applied, InputValueDefinition argument) {
        this.facts = facts;
        this.reporter = reporter;
        this.applied = applied;
        this.argument = argument;
    }

    void check(List<TypeDefinition> types, String text) {
        try {
            List<Selection> selections = Parser.selections(text);
            boolean fragments = isOfFragments(selections);
            for (TypeDefinition type : types) {
                List<Selected> selected = facts.fieldSets().read(selections, type);
                plain(selected);
                if (fragments) {
                    fragments(type, selected);
                } else {
                    fits(valueType(type, selected), false);
                }
            }
            if (fragments) {
                allUsed(selections);
            }
        } catch (SyntaxException | FieldSetProblem problem) {
            wrong(String.valueOf(problem.getMessage()));
        } catch (Misfit misfit) {
            wrong(misfit.problem);
        }
    }

    /** What speaks against the selection as a whole. */
    private static final class Misfit extends Exception {

        private static final long serialVersionUID = 1;

        private final String problem;

        Misfit(String problem) {
            super(problem);
            this.problem = problem;
        }
    }

    private static boolean isOfFragments(List<Selection> selections) throws Misfit {
        return switch (selections.getFirst()) {
            case Selection.Field _ -> {
                if (selections.size() > 1) {
                    throw new Misfit("select one field, not several");
                }
                yield false;
            }
            case Selection.InlineFragment _ -> {
                Set<String> conditions = new LinkedHashSet<>();
                for (Selection selection : selections) {
                    if (!(selection instanceof Selection.InlineFragment fragment)) {
                        throw new Misfit("select one field, or have one fragment for each type, not both");
                    }
                    if (fragment.typeCondition() == null || !conditions.add(fragment.typeCondition())) {
                        throw new Misfit("give each fragment a type condition of its own");
                    }
                }
                yield true;
            }
            case Selection.FragmentSpread _ -> throw new Misfit("there are no named fragments here");
        };
    }

    private void plain(List<Selected> selections) throws Misfit {
        for (Selected selected : selections) {
            if (!selected.selection().directives().isEmpty()) {
                throw new Misfit("remove all directives from the selection");
            }
            if (selected.selection() instanceof Selection.Field field && field.alias() != null) {
                throw new Misfit("remove the alias \"%s\" from the selection".formatted(field.alias()));
            }
            plain(selected.selections());
        }
    }

    private void fragments(TypeDefinition type, List<Selected> selected) throws Misfit {
        List<ObjectDefinition> possible = facts.draft().possible(type);
        boolean any = false;
        for (Selected fragment : selected) {
            if (!(fragment.parent() instanceof ObjectDefinition condition)) {
                throw new Misfit("make the type conditions object types");
            }
            if (possible.stream().anyMatch(one -> one.name().equals(condition.name()))) {
                any = true;
                usedConditions.add(condition.name());
                fits(valueType(condition, fragment.selections()), true);
            }
        }
        if (!any) {
            throw new Misfit("none of its fragments is about \"%s\", which sets the context".formatted(type.name()));
        }
    }

    private void allUsed(List<Selection> selections) throws Misfit {
        for (Selection selection : selections) {
            if (selection instanceof Selection.InlineFragment fragment
                    && fragment.typeCondition() != null
                    && !usedConditions.contains(fragment.typeCondition())) {
                throw new Misfit("no type that sets the context can be a \"%s\"".formatted(fragment.typeCondition()));
            }
        }
    }

    /** The type of the one value selected, nullable as it may be missing, lists kept; null where it is not one value. */
    private @Nullable TypeRef valueType(TypeDefinition type, List<Selected> selections) throws Misfit {
        if (Draft.has(type.directives(), Federation.INTERFACE_OBJECT)) {
            throw new Misfit("\"%s\" is an @interfaceObject and cannot be selected from".formatted(type.name()));
        }
        TypeRef common = null;
        for (Selected selected : selections) {
            TypeRef one = valueType(selected);
            if (one == null || common != null && !common.equals(one)) {
                return null;
            }
            common = one;
        }
        return common;
    }

    private @Nullable TypeRef valueType(Selected selected) throws Misfit {
        FieldDefinition field = selected.field();
        if (field == null) {
            return null;
        }
        TypeDefinition type = facts.draft().type(field.type());
        TypeRef leaf = selected.selections().isEmpty() || type == null
                ? TypeRef.named(field.type().name())
                : valueType(type, selected.selections());
        return leaf == null ? null : inLists(field.type(), leaf);
    }

    private static TypeRef inLists(TypeRef type, TypeRef leaf) {
        return switch (type) {
            case NonNullType(TypeRef of) -> inLists(of, leaf);
            case ListType(TypeRef of) -> new ListType(inLists(of, leaf));
            case NamedType _ -> leaf;
        };
    }

    private void fits(@Nullable TypeRef type, boolean inFragment) throws Misfit {
        if (type == null || !isImplementation(type, argument.type())) {
            String found = type == null ? "no single value" : "a " + type;
            String where = inFragment ? "a fragment" : "the selection";
            throw new Misfit("%s reads %s, but the argument takes %s".formatted(where, found, argument.type()));
        }
    }

    private static boolean isImplementation(TypeRef type, TypeRef of) {
        if (type instanceof NonNullType(TypeRef inner)) {
            return isImplementation(inner, of.nullable());
        }
        if (type instanceof ListType(TypeRef item) && of instanceof ListType(TypeRef ofItem)) {
            return isImplementation(item, ofItem);
        }
        return type instanceof NamedType && type.equals(of);
    }

    private void wrong(String problem) {
        reporter.report(
                ErrorCode.CONTEXT_INVALID_SELECTION,
                "@fromContext on %s: %s.".formatted(applied.site().coordinate(), problem),
                argument,
                applied.directive());
    }
}
