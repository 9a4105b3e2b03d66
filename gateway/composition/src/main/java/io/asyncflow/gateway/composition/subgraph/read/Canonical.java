package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.subgraph.draft.Rewriter;
import io.asyncflow.gateway.composition.subgraph.link.Vocabulary;
import io.asyncflow.gateway.composition.subgraph.rule.FederationTypes;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the directives of linked specifications their canonical names. */
final class Canonical extends Rewriter {

    private final Vocabulary vocabulary;
    private final boolean fed1;

    Canonical(Vocabulary vocabulary, boolean fed1) {
        this.vocabulary = vocabulary;
        this.fed1 = fed1;
    }

    /** Federation 1 schemas may have the fields that routers use without the types of these fields. */
    @Override
    protected @Nullable FieldDefinition field(FieldsDefinition type, FieldDefinition field) {
        return fed1 && FederationTypes.isEntryPoint(field) ? null : super.field(type, field);
    }

    @Override
    protected List<Directive> directives(List<Directive> directives) {
        return directives.isEmpty()
                ? directives
                : directives.stream().map(this::directive).toList();
    }

    private Directive directive(Directive directive) {
        return new Directive(vocabulary.canonical(directive.name()), directive.arguments(), directive.position());
    }

    SchemaDefinition schema(SchemaDefinition schema) {
        return new SchemaDefinition(
                schema.description(),
                directives(schema.directives()),
                schema.roots(),
                schema.extension(),
                schema.position());
    }

    DirectiveDefinition definition(DirectiveDefinition definition) {
        return new DirectiveDefinition(
                definition.description(),
                definition.name(),
                definition.arguments().stream().map(this::input).toList(),
                definition.repeatable(),
                definition.locations(),
                definition.position());
    }
}
