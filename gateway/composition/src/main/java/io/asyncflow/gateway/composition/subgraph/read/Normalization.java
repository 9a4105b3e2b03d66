package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Folding;
import io.asyncflow.gateway.composition.subgraph.draft.Header;
import io.asyncflow.gateway.composition.subgraph.draft.Rewriter;
import io.asyncflow.gateway.composition.subgraph.draft.Values;
import io.asyncflow.gateway.composition.subgraph.fieldset.Externals;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.composition.subgraph.link.Feature;
import io.asyncflow.gateway.composition.subgraph.rule.FederationTypes;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.BooleanValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a valid draft the schema that is merged: without what is Federation's own, with {@code @shareable} and {@code
 * @external} on each field that they mean, and the keys of extensions marked.
 */
public final class Normalization extends Rewriter {

    private static final String EXTENDS = "federation:extends";

    private final Draft draft;
    private final Externals externals;
    private final Values values;

    private Normalization(Draft draft) {
        this.draft = draft;
        this.externals = new Externals(draft, new FieldSets(draft));
        this.values = new Values(draft);
    }

    public static SubgraphSchema normalize(Draft draft) {
        Header header = draft.header();
        Map<String, TypeDefinition> types = new Normalization(draft).types();
        Set<OperationType> roots = new LinkedHashSet<>();
        for (OperationType operation : header.roots().keySet()) {
            if (types.get(operation.rootName()) instanceof ObjectDefinition root
                    && root.fields().isEmpty()) {
                types.remove(operation.rootName());
            }
            if (types.containsKey(operation.rootName())) {
                roots.add(operation);
            }
        }
        return new SubgraphSchema(
                header.subgraph(),
                header.url(),
                header.version(),
                header.features().stream().map(Feature::asLink).toList(),
                header.schema(),
                roots,
                types,
                header.directives());
    }

    private Map<String, TypeDefinition> types() {
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        draft.parts().forEach((name, parts) -> {
            if (FederationTypes.isOwn(draft, name)) {
                List<TypeDefinition> normal = parts.stream().map(this::type).toList();
                types.put(name, Folding.fold(normal));
            }
        });
        return types;
    }

    @Override
    protected List<Directive> directivesOf(TypeDefinition type) {
        List<Directive> directives =
                without(type.directives(), Set.of(EXTENDS, Federation.SHAREABLE, Federation.EXTERNAL));
        return isExtension(type)
                ? directives.stream().map(Normalization::ofExtension).toList()
                : directives;
    }

    private boolean isExtension(TypeDefinition part) {
        return part.extension() || wholeTypes(part, EXTENDS) != null;
    }

    /** Marks the key of an extension, which folding its parts into one type makes hard to tell from others. */
    private static Directive ofExtension(Directive directive) {
        if (!directive.name().equals(Federation.KEY)) {
            return directive;
        }
        List<Argument> arguments = new ArrayList<>(directive.arguments());
        arguments.add(new Argument("extension", new BooleanValue(true), directive.position()));
        return new Directive(directive.name(), arguments, directive.position());
    }

    @Override
    public InputValueDefinition input(InputValueDefinition input) {
        Value value = input.defaultValue();
        return value == null
                ? super.input(input)
                : new InputValueDefinition(
                        input.description(),
                        input.name(),
                        reference(input.type()),
                        values.meant(value, input.type()),
                        directives(input.directives()),
                        input.position());
    }

    @Override
    protected @Nullable FieldDefinition field(FieldsDefinition type, FieldDefinition field) {
        boolean entryPoint = FederationTypes.isEntryPoint(field) && type.name().equals(draft.root(OperationType.QUERY));
        return entryPoint ? null : super.field(type, field);
    }

    @Override
    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        Coordinate coordinate = Coordinate.of(type, field);
        List<Directive> directives = field.directives();
        if (!externals.isExternal(coordinate)) {
            directives = without(directives, Set.of(Federation.EXTERNAL));
        } else if (!Draft.has(directives, Federation.EXTERNAL)) {
            directives = with(directives, wholeTypes(type, Federation.EXTERNAL));
        }
        boolean shareable = Draft.has(directives, Federation.SHAREABLE);
        return shareable ? directives : with(directives, find(type, Federation.SHAREABLE));
    }

    private @Nullable Directive wholeTypes(TypeDefinition part, String name) {
        TypeDefinition whole = draft.types().get(part.name());
        return whole == null ? null : find(whole, name);
    }

    private static @Nullable Directive find(TypeDefinition type, String name) {
        return type.directives().stream()
                .filter(directive -> directive.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Directive> with(List<Directive> directives, @Nullable Directive directive) {
        if (directive == null) {
            return directives;
        }
        List<Directive> extended = new ArrayList<>(directives);
        extended.add(directive);
        return extended;
    }

    private static List<Directive> without(List<Directive> directives, Set<String> names) {
        return directives.stream().noneMatch(directive -> names.contains(directive.name()))
                ? directives
                : directives.stream()
                        .filter(directive -> !names.contains(directive.name()))
                        .toList();
    }
}
