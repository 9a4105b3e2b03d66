package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.supergraph.SupergraphException.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a supergraph from its SDL, in any version of the join specification from v0.1 to v0.5. */
public final class SupergraphReader {

    private final Definitions definitions;
    private final Links links;
    private final Map<String, Graph> graphs = new LinkedHashMap<>();
    private final JoinDirectives directives;

    private SupergraphReader(Document document) {
        definitions = Definitions.of(document);
        links = Links.of(definitions.schema());
        directives = new JoinDirectives(links.join(), graphs);
    }

    /** @throws SupergraphException where the text is no supergraph, or one that cannot be served */
    public static Supergraph read(String sdl) {
        try {
            return new SupergraphReader(Parser.parse(sdl)).read();
        } catch (SyntaxException e) {
            throw new SupergraphException(Code.INVALID_GRAPHQL, String.valueOf(e.getMessage()), e.position());
        }
    }

    private Supergraph read() {
        readGraphs();
        List<TypeDefinition> own = definitions.types().values().stream()
                .filter(type -> !directives.isJoin(type.name()) && !links.link().definesType(type.name()))
                .toList();
        TypeReader reader = new TypeReader(directives, own);
        Map<String, Type> types = new LinkedHashMap<>();
        own.forEach(type -> types.put(type.name(), reader.read(type)));
        Supergraph supergraph = new Supergraph(
                List.copyOf(graphs.values()),
                links.others(),
                definitions.schema().description(),
                definitions.schema().roots(),
                links.join().version().equals("v0.1") ? new FirstJoin(directives, own, types).normalized() : types,
                directiveDefinitions(),
                directives.others(links.schemaDirectives()));
        new References(supergraph, definitions).check();
        return supergraph;
    }

    private void readGraphs() {
        String name = links.join().prefix() + "__Graph";
        if (!(definitions.types().get(name) instanceof EnumDefinition enumeration)) {
            throw SupergraphException.invalid(
                    "The enum " + name + " is missing: a supergraph lists its subgraphs there.",
                    definitions.schema().position());
        }
        for (EnumValueDefinition value : enumeration.values()) {
            graphs.put(value.name(), graph(value, name + "." + value.name()));
        }
    }

    private Graph graph(EnumValueDefinition value, String element) {
        List<Applied> applied = directives.named("graph", value.directives(), element);
        if (applied.isEmpty()) {
            throw SupergraphException.invalid(
                    element + " has no @" + links.join().prefix() + "__graph that tells the subgraph's name and URL.",
                    value.position());
        }
        return new Graph(
                value.name(),
                applied.getFirst().string("name"),
                applied.getFirst().string("url"));
    }

    private Map<String, DirectiveDefinition> directiveDefinitions() {
        Map<String, DirectiveDefinition> own = new LinkedHashMap<>();
        definitions.directives().forEach((name, definition) -> {
            if (!directives.isJoin(name) && !links.link().definesDirective(name)) {
                own.put(name, definition);
            }
        });
        return own;
    }
}
