package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a supergraph as SDL with join v0.5, which other routers of Federation 2 load: the schema first, then the
 * directives and the types, each by name.
 */
public final class SupergraphPrinter {

    private static final Comparator<String> BY_NAME =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private SupergraphPrinter() {}

    public static String print(Supergraph supergraph) {
        return Printer.print(document(supergraph));
    }

    private static Document document(Supergraph supergraph) {
        Map<String, DirectiveDefinition> directives = new TreeMap<>(BY_NAME);
        Map<String, TypeDefinition> types = new TreeMap<>(BY_NAME);
        directives.putAll(supergraph.directives());
        TypeWriter writer = new TypeWriter();
        supergraph.types().values().forEach(type -> types.put(type.name(), writer.definition(type)));
        directives.putAll(JoinSpecification.directives());
        types.putAll(JoinSpecification.types());
        TypeDefinition graphs = graphs(supergraph.graphs());
        types.put(graphs.name(), graphs);

        List<Definition> definitions = new ArrayList<>();
        definitions.add(schema(supergraph));
        definitions.addAll(directives.values());
        definitions.addAll(types.values());
        return new Document(definitions);
    }

    private static SchemaDefinition schema(Supergraph supergraph) {
        List<Directive> directives = new ArrayList<>();
        JoinSpecification.links().forEach(link -> directives.add(link(link)));
        supergraph.links().forEach(link -> directives.add(link(link)));
        directives.addAll(supergraph.schemaDirectives());
        return new SchemaDefinition(supergraph.description(), directives, supergraph.roots(), false, Position.NONE);
    }

    private static Directive link(Link link) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(argument("url", new Value.StringValue(link.url())));
        if (link.as() != null) {
            arguments.add(argument("as", new Value.StringValue(link.as())));
        }
        if (!link.imports().isEmpty()) {
            List<Value> imports =
                    link.imports().stream().map(SupergraphPrinter::imported).toList();
            arguments.add(argument("import", new Value.ListValue(imports)));
        }
        if (link.purpose() != null) {
            arguments.add(argument("for", new Value.EnumValue(link.purpose())));
        }
        return new Directive("link", arguments, Position.NONE);
    }

    private static Value imported(Link.Import imported) {
        Value name = new Value.StringValue(imported.name());
        if (imported.name().equals(imported.as())) {
            return name;
        }
        Map<String, Value> renamed = new LinkedHashMap<>();
        renamed.put("name", name);
        renamed.put("as", new Value.StringValue(imported.as()));
        return new Value.ObjectValue(renamed);
    }

    private static TypeDefinition graphs(List<Graph> graphs) {
        List<EnumValueDefinition> values = new ArrayList<>();
        for (Graph graph : graphs) {
            Directive directive = new Directive(
                    "join__graph",
                    List.of(
                            argument("name", new Value.StringValue(graph.name())),
                            argument("url", new Value.StringValue(graph.url()))),
                    Position.NONE);
            values.add(new EnumValueDefinition(null, graph.id(), List.of(directive), Position.NONE));
        }
        return new EnumDefinition(null, JoinSpecification.GRAPH, List.of(), values, false, Position.NONE);
    }

    private static Argument argument(String name, Value value) {
        return new Argument(name, value, Position.NONE);
    }
}
