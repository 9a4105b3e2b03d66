package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.merge.directive.NewestFeatures.Newest;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.supergraph.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directives that subgraphs ask for with {@code @composeDirective}. */
final class ComposedDirectives {

    private final Map<String, Set<String>> namesBySubgraph = new LinkedHashMap<>();
    private final Map<String, ComposeRequest> byName = new LinkedHashMap<>();
    private final Map<String, Defined> definitions = new LinkedHashMap<>();
    private final NewestFeatures features;
    private final Findings findings;

    ComposedDirectives(List<Vocabulary> vocabularies, Findings findings) {
        this.findings = findings;
        List<ComposeRequest> requests = ComposeRequests.read(vocabularies, findings);
        features = new NewestFeatures(vocabularies, requests, findings);
        new ComposedNames(vocabularies, findings).check(requests);
        for (ComposeRequest request : requests) {
            Newest newest = features.of(request.identity());
            if (newest != null) {
                namesBySubgraph
                        .computeIfAbsent(request.subgraph(), key -> new LinkedHashSet<>())
                        .add(request.nameHere());
                if (byName.putIfAbsent(request.nameHere(), request) == null) {
                    define(request, newest);
                }
            }
        }
    }

    /** A composed directive's definition, renamed to its name in the supergraph, and the subgraph it is taken from. */
    record Defined(Vocabulary vocabulary, DirectiveDefinition definition) {}

    boolean composes(String subgraph, String name) {
        return namesBySubgraph.getOrDefault(subgraph, Set.of()).contains(name);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    @Nullable
    DirectiveDefinition definition(String name) {
        Defined defined = definitions.get(name);
        return defined == null ? null : defined.definition;
    }

    Map<String, Defined> definitions() {
        return definitions;
    }

    Collection<ComposeRequest> all() {
        return byName.values();
    }

    /** The specifications to link. */
    List<SpecificationUrl> features() {
        return features.all().values().stream()
                .map(newest -> newest.feature().url())
                .toList();
    }

    List<Link.Import> imports(SpecificationUrl feature) {
        return byName.values().stream()
                .filter(request -> request.identity().equals(feature.identity()))
                .map(request -> new Link.Import("@" + request.name(), "@" + request.nameHere()))
                .toList();
    }

    private void define(ComposeRequest request, Newest newest) {
        List<Place> places = new ArrayList<>();
        for (Vocabulary vocabulary : newest.vocabularies()) {
            Feature feature = vocabulary.feature(request.identity());
            DirectiveDefinition definition =
                    feature == null ? null : vocabulary.schema().directives().get(feature.nameHere(request.name()));
            if (definition != null) {
                definitions.put(request.nameHere(), new Defined(vocabulary, renamed(definition, request.nameHere())));
                return;
            }
            places.add(vocabulary.place(newest.feature()));
        }
        findings.problem(
                ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                "@" + request.nameHere()
                        + " is composed with its definition in the newest version of its specification, "
                        + newest.feature().url() + ", but "
                        + Wording.subgraphs(newest.vocabularies().stream()
                                .map(vocabulary -> vocabulary.schema().name())
                                .toList())
                        + " linking that version has no definition of it. Define it there.",
                places);
    }

    private static DirectiveDefinition renamed(DirectiveDefinition definition, String name) {
        return new DirectiveDefinition(
                definition.description(),
                name,
                definition.arguments(),
                definition.repeatable(),
                definition.locations(),
                definition.position());
    }
}
