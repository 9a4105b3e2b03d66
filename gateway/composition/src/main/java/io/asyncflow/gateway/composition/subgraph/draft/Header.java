package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.composition.subgraph.link.Feature;
import io.asyncflow.gateway.composition.subgraph.link.Vocabulary;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.SchemaDefinition;
import java.util.List;
import java.util.Map;

/**
 * What a subgraph says besides its types.
 *
 * @param schema the schema block with its extensions folded in
 * @param roots the names that the root types have here
 * @param directives the subgraph's own directive definitions
 * @param vocabulary the directives and types that it need not define
 */
public record Header(
        String subgraph,
        String url,
        FederationVersion version,
        List<Feature> features,
        SchemaDefinition schema,
        Map<OperationType, String> roots,
        Map<String, DirectiveDefinition> directives,
        Vocabulary vocabulary) {

    public Header {
        features = List.copyOf(features);
        roots = Ordered.copyOf(roots);
        directives = Ordered.copyOf(directives);
    }

    public Header withRoots(Map<OperationType, String> roots) {
        return new Header(subgraph, url, version, features, schema, roots, directives, vocabulary);
    }

    public Header withVocabulary(Vocabulary vocabulary) {
        return new Header(subgraph, url, version, features, schema, roots, directives, vocabulary);
    }

    public boolean isFed1() {
        return version.major() == 1;
    }
}
