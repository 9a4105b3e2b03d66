package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the subgraphs define the supergraph's elements. */
final class Sources {

    private final List<SubgraphSchema> schemas;

    Sources(List<SubgraphSchema> schemas) {
        this.schemas = List.copyOf(schemas);
    }

    /** An element in one subgraph; its type if it has one, and whether a value must be given for it. */
    record Source(
            String subgraph,
            Position position,
            List<Directive> directives,
            @Nullable TypeRef type,
            boolean hasDefault) {

        boolean isInaccessible() {
            return directives.stream().anyMatch(directive -> directive.name().equals(Federation.INACCESSIBLE));
        }

        Place place() {
            return Place.of(subgraph, position);
        }
    }

    /** Where the elements are made inaccessible, and then where what refers to them stands. */
    List<Place> places(List<Coordinate> inaccessible, @Nullable Coordinate referencer, Predicate<Source> relevant) {
        List<Place> places = new ArrayList<>();
        inaccessible.forEach(coordinate -> of(coordinate).stream()
                .filter(Source::isInaccessible)
                .map(Source::place)
                .forEach(places::add));
        if (referencer != null) {
            of(referencer).stream().filter(relevant).map(Source::place).forEach(places::add);
        }
        return places.stream().distinct().toList();
    }

    /** Where the children are made inaccessible, and then their parents there. */
    List<Place> placesWithParent(List<Coordinate> inaccessible, Coordinate parent) {
        Set<String> subgraphs = inaccessible.stream()
                .flatMap(coordinate -> of(coordinate).stream())
                .filter(Source::isInaccessible)
                .map(Source::subgraph)
                .collect(Collectors.toSet());
        return places(inaccessible, parent, source -> subgraphs.contains(source.subgraph()));
    }

    List<Source> of(Coordinate coordinate) {
        List<Source> sources = new ArrayList<>();
        for (SubgraphSchema schema : schemas) {
            Source source = in(schema, coordinate);
            if (source != null && source.position().line() > 0) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static @Nullable Source in(SubgraphSchema schema, Coordinate coordinate) {
        String owner = coordinate.owner();
        if (owner.startsWith("@")) {
            DirectiveDefinition directive = schema.directives().get(owner.substring(1));
            return directive == null ? null : inDirective(schema, directive, coordinate.argument());
        }
        TypeDefinition type = schema.types().get(owner);
        if (type == null) {
            return null;
        }
        String member = coordinate.member();
        return member == null
                ? new Source(schema.name(), type.position(), type.directives(), null, false)
                : inType(schema, type, member, coordinate.argument());
    }

    private static @Nullable Source inDirective(
            SubgraphSchema schema, DirectiveDefinition directive, @Nullable String argument) {
        return argument == null
                ? new Source(schema.name(), directive.position(), List.of(), null, false)
                : value(schema, directive.arguments(), argument);
    }

    private static @Nullable Source inType(
            SubgraphSchema schema, TypeDefinition type, String member, @Nullable String argument) {
        return switch (type) {
            case FieldsDefinition fields ->
                fields.fields().stream()
                        .filter(field -> field.name().equals(member))
                        .findFirst()
                        .map(field ->
                                argument == null ? field(schema, field) : value(schema, field.arguments(), argument))
                        .orElse(null);
            case InputDefinition input -> value(schema, input.fields(), member);
            case EnumDefinition values ->
                values.values().stream()
                        .filter(value -> value.name().equals(member))
                        .findFirst()
                        .map(value -> new Source(schema.name(), value.position(), value.directives(), null, false))
                        .orElse(null);
            case ScalarDefinition _, UnionDefinition _ -> null;
        };
    }

    private static Source field(SubgraphSchema schema, FieldDefinition field) {
        return new Source(schema.name(), field.position(), field.directives(), field.type(), false);
    }

    private static @Nullable Source value(SubgraphSchema schema, List<InputValueDefinition> values, String name) {
        for (InputValueDefinition value : values) {
            if (value.name().equals(name)) {
                return new Source(
                        schema.name(),
                        value.position(),
                        value.directives(),
                        value.type(),
                        value.defaultValue() != null);
            }
        }
        return null;
    }
}
