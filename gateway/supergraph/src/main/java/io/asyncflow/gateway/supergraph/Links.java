package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.SupergraphException.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The specifications that a schema says it uses, by {@code @link} or its forerunner {@code @core}.
 *
 * @param link the linking specification itself
 * @param join the specification of which subgraph has what
 * @param others in the order of the schema
 * @param schemaDirectives what else is applied to the schema
 */
record Links(Link link, Link join, List<Link> others, List<Directive> schemaDirectives) {

    static Links of(SchemaDefinition schema) {
        Link itself = bootstrap(schema);
        List<Link> others = new ArrayList<>();
        List<Directive> rest = new ArrayList<>();
        Link join = null;
        for (Directive directive : schema.directives()) {
            Link link = directive.name().equals(itself.prefix()) ? read(directive) : null;
            if (link == null) {
                rest.add(directive);
            } else if (link.identity().equals(Specifications.JOIN)) {
                join = link;
                refuseUnknown(link, directive.position());
            } else if (!link.identity().equals(itself.identity())) {
                others.add(link);
                refuseUnknown(link, directive.position());
            }
        }
        if (join == null) {
            throw SupergraphException.invalid(
                    "The schema does not link " + Specifications.JOIN
                            + ", so it cannot tell which subgraph resolves what. Is this a subgraph's own schema?",
                    schema.position());
        }
        return new Links(itself, join, others, rest);
    }

    private static Link bootstrap(SchemaDefinition schema) {
        for (Directive directive : schema.directives()) {
            Link link = read(directive);
            if (link != null && isLinking(link) && directive.name().equals(link.prefix())) {
                return link;
            }
        }
        throw SupergraphException.invalid(
                "The schema has no @link to " + Specifications.LINK
                        + "/v1.0: this is not a supergraph. Compose the subgraphs first.",
                schema.position());
    }

    private static boolean isLinking(Link link) {
        return link.identity().equals(Specifications.LINK) || link.identity().equals(Specifications.CORE);
    }

    private static @Nullable Link read(Directive directive) {
        String url = string(directive.argument("url"));
        url = url == null ? string(directive.argument("feature")) : url;
        if (url == null) {
            return null;
        }
        String purpose = directive.argument("for") instanceof Value.EnumValue(String name) ? name : null;
        return new Link(url, string(directive.argument("as")), imports(directive), purpose);
    }

    private static List<Link.Import> imports(Directive directive) {
        List<Link.Import> imports = new ArrayList<>();
        if (directive.argument("import") instanceof Value.ListValue(List<Value> values)) {
            values.forEach(value -> imports.add(imported(value, directive.position())));
        }
        return imports;
    }

    private static Link.Import imported(Value value, Position position) {
        if (value instanceof Value.StringValue(String name)) {
            return new Link.Import(name, name);
        }
        if (value instanceof Value.ObjectValue(var fields) && string(fields.get("name")) instanceof String name) {
            String as = string(fields.get("as"));
            return new Link.Import(name, as == null ? name : as);
        }
        throw SupergraphException.invalid(
                "An import of a @link is neither a name nor {name: ..., as: ...}; write one of the two.", position);
    }

    private static void refuseUnknown(Link link, Position position) {
        boolean needed = link.identity().equals(Specifications.JOIN) || link.purpose() != null;
        if (!needed || Specifications.understands(link)) {
            return;
        }
        if (link.identity().equals(Specifications.JOIN)) {
            throw SupergraphException.invalid(
                    "The supergraph uses " + link.url()
                            + ", but this gateway reads join v0.1 to v0.5. Compose with one of those.",
                    position);
        }
        throw new SupergraphException(
                Code.UNSUPPORTED_LINKED_FEATURE,
                "The supergraph needs " + link.url() + " for " + link.purpose()
                        + ", which this gateway does not know; to ignore it would answer wrongly or unsafely."
                        + " Remove the feature from the subgraphs, or upgrade the gateway.",
                position);
    }

    private static @Nullable String string(@Nullable Value value) {
        return value instanceof Value.StringValue(String text) ? text : null;
    }
}
