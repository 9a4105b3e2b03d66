package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.Value.BooleanValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a key selects whatever the order it is written in: the paths to all its fields. */
final class KeyShape {

    private KeyShape() {}

    static Set<List<String>> of(Directive key) {
        Set<List<String>> paths = new LinkedHashSet<>();
        if (key.argument("fields") instanceof StringValue(String text)) {
            try {
                collect(Parser.selections(text), List.of(), paths);
            } catch (SyntaxException problem) {
                paths.add(List.of(text));
            }
        }
        return paths;
    }

    static boolean isResolvable(Directive key) {
        return !(key.argument("resolvable") instanceof BooleanValue(boolean resolvable)) || resolvable;
    }

    private static void collect(List<Selection> selections, List<String> path, Set<List<String>> paths) {
        for (Selection selection : selections) {
            List<String> here = new ArrayList<>(path);
            switch (selection) {
                case Selection.Field field -> {
                    here.add(field.name());
                    paths.add(here);
                    collect(field.selections(), here, paths);
                }
                case Selection.InlineFragment fragment -> {
                    here.add("... on " + fragment.typeCondition());
                    collect(fragment.selections(), here, paths);
                }
                case Selection.FragmentSpread spread -> here.add("..." + spread.name());
            }
        }
    }
}
