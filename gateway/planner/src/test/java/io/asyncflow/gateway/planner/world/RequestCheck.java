package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a request is valid for the subgraph's own schema. */
final class RequestCheck {

    private final SubgraphTypes types;
    private final VariableCheck variables;

    private RequestCheck(SubgraphTypes types, OperationDefinition operation) {
        this.types = types;
        this.variables = new VariableCheck(types, operation);
    }

    static void check(SubgraphTypes types, OperationDefinition operation) {
        RequestCheck check = new RequestCheck(types, operation);
        check.selections(operation.selections(), operation.type().rootName());
        check.variables.checkAllUsed();
        new MergeCheck(types).check(operation.selections(), operation.type().rootName());
    }

    private void selections(List<Selection> selections, String type) {
        require(!selections.isEmpty(), type + " has an empty selection");
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> field(field, type);
                case Selection.InlineFragment fragment -> {
                    directives(fragment.directives());
                    String condition = fragment.typeCondition() == null ? type : fragment.typeCondition();
                    require(types.isComposite(condition), "there is no type " + condition + " for a fragment to be on");
                    Set<String> both = new LinkedHashSet<>(types.possible(type));
                    require(
                            !Collections.disjoint(both, types.possible(condition)),
                            "a " + type + " is never a " + condition);
                    selections(fragment.selections(), condition);
                }
                case Selection.FragmentSpread spread -> require(false, "it spreads the fragment " + spread.name());
            }
        }
    }

    private void field(Selection.Field field, String type) {
        directives(field.directives());
        FieldDefinition definition = types.field(type, field.name());
        require(definition != null, "there is no field " + type + "." + field.name());
        variables.arguments(field.arguments(), definition.arguments(), type + "." + field.name());
        boolean composite = types.isComposite(definition.type().name());
        require(
                composite == !field.selections().isEmpty(),
                type + "." + field.name() + (composite ? " needs" : " cannot have") + " selections");
        if (composite) {
            selections(field.selections(), definition.type().name());
        }
    }

    private void directives(List<Directive> directives) {
        List<String> seen = new ArrayList<>();
        TypeRef condition = Parser.type("Boolean!");
        for (Directive directive : directives) {
            boolean known = directive.name().equals("skip") || directive.name().equals("include");
            if (known) {
                require(!seen.contains(directive.name()), "@" + directive.name() + " stands twice at one place");
                require(directive.argument("if") != null, "@" + directive.name() + " has no condition");
                variables.value(directive.argument("if"), condition, null, "@" + directive.name());
            }
            seen.add(directive.name());
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            throw new Violation("The request is not valid for " + types.name() + ": " + fault);
        }
    }
}
