package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Field sets are strings, though Federation 1 took more.
 *
 * <pre>
 * before: type Product &#64;key(fields: ["id", "sku"])
 * after:  type Product &#64;key(fields: "id sku")
 * </pre>
 */
final class StringFields extends Step {

    private static final Set<String> DIRECTIVES = Set.of(Federation.KEY, Federation.REQUIRES, Federation.PROVIDES);

    static Draft of(Draft draft) {
        return new StringFields().rewrite(draft);
    }

    @Override
    protected List<Directive> directives(List<Directive> directives) {
        return directives.stream().map(StringFields::directive).toList();
    }

    private static Directive directive(Directive directive) {
        if (!DIRECTIVES.contains(directive.name())) {
            return directive;
        }
        List<Argument> arguments = directive.arguments().stream()
                .map(argument -> argument.name().equals("fields")
                        ? new Argument("fields", string(argument.value()), argument.position())
                        : argument)
                .toList();
        return new Directive(directive.name(), arguments, directive.position());
    }

    private static Value string(Value fields) {
        return switch (fields) {
            case EnumValue(String name) -> new StringValue(name);
            case ListValue(List<Value> items)
            when items.stream().allMatch(StringFields::isName) ->
                new StringValue(items.stream().map(StringFields::text).collect(Collectors.joining(" ")));
            default -> fields;
        };
    }

    private static boolean isName(Value value) {
        return value instanceof StringValue || value instanceof EnumValue;
    }

    private static String text(Value value) {
        return switch (value) {
            case StringValue(String text) -> text;
            case EnumValue(String name) -> name;
            default -> "";
        };
    }
}
