package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Header;
import io.asyncflow.gateway.composition.subgraph.link.Feature;
import io.asyncflow.gateway.composition.subgraph.link.LinkReader;
import io.asyncflow.gateway.composition.subgraph.link.Links;
import io.asyncflow.gateway.composition.subgraph.link.Vocabulary;
import io.asyncflow.gateway.composition.subgraph.link.VocabularyReader;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a subgraph's text. */
public final class DraftReader {

    private final Subgraph subgraph;
    private final Reporter reporter;

    private DraftReader(Subgraph subgraph, Reporter reporter) {
        this.subgraph = subgraph;
        this.reporter = reporter;
    }

    /** The draft, or null where there is too little to go on; then the problems say why. */
    public static @Nullable Draft read(Subgraph subgraph, Document document, Reporter reporter) {
        return new DraftReader(subgraph, reporter).draft(Declarations.of(document, reporter));
    }

    private @Nullable Draft draft(Declarations declarations) {
        SchemaDefinition schema = schema(declarations.schemas());
        Links links = LinkReader.read(schema.directives(), declarations.directives(), reporter);
        boolean linksHold = reporter.problems().stream().noneMatch(DraftReader::speaksOfLinks);
        if (!linksHold && !(links.explicit() && links.active())) {
            return null;
        }
        Map<String, TypeDefinition> first = new LinkedHashMap<>();
        declarations.types().forEach((name, parts) -> first.put(name, parts.getFirst()));
        Vocabulary vocabulary = VocabularyReader.read(links, first, declarations.directives(), reporter);
        Canonical canonical = new Canonical(vocabulary, links.federation() == null);
        Map<String, DirectiveDefinition> own = new LinkedHashMap<>();
        declarations.directives().forEach((name, directive) -> {
            if (!vocabulary.owns(name)) {
                own.put(name, canonical.definition(directive));
            }
        });
        Header header = new Header(
                subgraph.name(),
                subgraph.url(),
                version(links),
                links.features(),
                canonical.schema(schema),
                roots(schema, declarations.types()),
                own,
                vocabulary);
        Map<String, List<TypeDefinition>> parts = new LinkedHashMap<>();
        declarations
                .types()
                .forEach((name, ofOne) ->
                        parts.put(name, ofOne.stream().map(canonical::type).toList()));
        return new Draft(header, parts);
    }

    private static boolean speaksOfLinks(Problem problem) {
        return switch (problem.code()) {
            case INVALID_LINK_DIRECTIVE_USAGE, INVALID_LINK_IDENTIFIER -> true;
            default -> false;
        };
    }

    private static FederationVersion version(Links links) {
        Feature federation = links.federation();
        return federation == null
                ? FederationVersion.FED_1
                : new FederationVersion(
                        federation.version().major(), federation.version().minor());
    }

    private static SchemaDefinition schema(List<SchemaDefinition> parts) {
        String description = null;
        Position position = Position.NONE;
        List<Directive> directives = new ArrayList<>();
        Map<OperationType, String> roots = new LinkedHashMap<>();
        for (SchemaDefinition part : parts) {
            description = part.description() == null ? description : part.description();
            position = position == Position.NONE ? part.position() : position;
            directives.addAll(part.directives());
            roots.putAll(part.roots());
        }
        return new SchemaDefinition(description, directives, roots, false, position);
    }

    /** A type with the name of a root is that root unless the schema says otherwise, block or no block. */
    private static Map<OperationType, String> roots(SchemaDefinition schema, Map<String, List<TypeDefinition>> types) {
        Map<OperationType, String> roots = new LinkedHashMap<>();
        for (OperationType operation : OperationType.values()) {
            String given = schema.roots().get(operation);
            List<TypeDefinition> named = types.get(operation.rootName());
            if (given != null) {
                roots.put(operation, given);
            } else if (named != null && named.getFirst() instanceof ObjectDefinition) {
                roots.put(operation, operation.rootName());
            }
        }
        return roots;
    }
}
