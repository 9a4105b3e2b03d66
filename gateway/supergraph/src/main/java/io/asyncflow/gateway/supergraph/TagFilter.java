package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hides what a contract's tags hide by themselves. */
final class TagFilter {

    private final Contract contract;
    private final Supergraph supergraph;
    private final @Nullable String tag;

    TagFilter(Contract contract, Supergraph supergraph) {
        this.contract = contract;
        this.supergraph = supergraph;
        this.tag = supergraph.directiveOf(Specifications.TAG, "tag");
    }

    void hide(Hidden hidden) {
        Elements.forEach(supergraph, (coordinate, directives) -> {
            if (tags(directives).stream().anyMatch(contract.exclude()::contains)) {
                hidden.add(coordinate);
            }
        });
        if (!contract.include().isEmpty()) {
            supergraph.types().values().forEach(type -> hideNotIncluded(type, hidden));
        }
    }

    private void hideNotIncluded(Type type, Hidden hidden) {
        if (includes(type.directives())) {
            return;
        }
        switch (type) {
            case FieldsType fielded -> {
                for (Field field : fielded.fields().values()) {
                    if (!includes(field.directives())) {
                        hidden.add(Elements.field(type.name(), field.name()));
                    }
                }
            }
            case UnionType union -> hidden.add(union.name());
            case Type.ScalarType _, Type.EnumType _, Type.InputType _ -> {}
        }
    }

    private boolean includes(List<Directive> directives) {
        return tags(directives).stream().anyMatch(contract.include()::contains);
    }

    private Set<String> tags(List<Directive> directives) {
        Set<String> tags = new HashSet<>();
        for (Directive directive : directives) {
            if (directive.name().equals(tag) && directive.argument("name") instanceof Value.StringValue(String name)) {
                tags.add(name);
            }
        }
        return tags;
    }
}
