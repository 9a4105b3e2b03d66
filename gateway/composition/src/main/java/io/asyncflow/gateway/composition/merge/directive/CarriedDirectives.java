package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.merge.directive.Vocabulary.Origin;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directives of {@link Specification}s that some subgraph applies, under the names they have in the supergraph. */
final class CarriedDirectives {

    private static final String FEDERATION_PREFIX = "federation:";

    private final Map<SpecificationDirective, String> names = new EnumMap<>(SpecificationDirective.class);
    private final Map<String, SpecificationDirective> byName = new LinkedHashMap<>();

    private CarriedDirectives() {}

    static CarriedDirectives of(List<Vocabulary> vocabularies, Findings findings) {
        Map<SpecificationDirective, List<Use>> uses = new EnumMap<>(SpecificationDirective.class);
        for (Vocabulary vocabulary : vocabularies) {
            for (String name : AppliedNames.in(vocabulary.schema())) {
                SpecificationDirective directive = directive(vocabulary, name);
                if (directive != null && directive.composed()) {
                    uses.computeIfAbsent(directive, key -> new ArrayList<>())
                            .add(new Use(vocabulary, directive, vocabulary.nameHere(name)));
                }
            }
        }
        CarriedDirectives carried = new CarriedDirectives();
        uses.forEach((directive, each) -> {
            carried.names.put(directive, each.getFirst().name());
            carried.byName.put(each.getFirst().name(), directive);
            checkNames(directive, each, findings);
        });
        return carried;
    }

    private record Use(Vocabulary vocabulary, SpecificationDirective directive, String name) {

        String subgraph() {
            return vocabulary.schema().name();
        }

        private Stream<Place> place() {
            return vocabulary.features().stream()
                    .filter(feature ->
                            feature.nameHere(directive.directiveName()).equals(name))
                    .limit(1)
                    .map(vocabulary::place);
        }
    }

    private static @Nullable SpecificationDirective directive(Vocabulary vocabulary, String applied) {
        if (applied.startsWith(FEDERATION_PREFIX)) {
            return SpecificationDirective.named(applied.substring(FEDERATION_PREFIX.length()));
        }
        Origin origin = vocabulary.origin(applied);
        SpecificationDirective directive = origin == null ? null : SpecificationDirective.named(origin.name());
        return directive != null
                        && origin != null
                        && directive.specification().has(origin.feature().url())
                ? directive
                : null;
    }

    private static void checkNames(SpecificationDirective directive, List<Use> uses, Findings findings) {
        Set<String> names = new LinkedHashSet<>();
        uses.forEach(use -> names.add(use.name()));
        if (names.size() == 1) {
            return;
        }
        findings.problem(
                ErrorCode.LINK_IMPORT_NAME_MISMATCH,
                "The subgraphs use different names for @" + directive.directiveName() + ": "
                        + Wording.whoSaysWhat(uses, use -> "@" + use.name(), Use::subgraph)
                        + ". Import it under one name everywhere, so that the supergraph has one name for it.",
                uses.stream().flatMap(Use::place).toList());
    }

    @Nullable
    SpecificationDirective named(String name) {
        return byName.get(name);
    }

    boolean has(SpecificationDirective directive) {
        return names.containsKey(directive);
    }

    /** The directive's name in the supergraph, if some subgraph applies it. */
    String nameOf(SpecificationDirective directive) {
        return names.getOrDefault(directive, directive.directiveName());
    }

    Set<SpecificationDirective> all() {
        return names.keySet();
    }
}
