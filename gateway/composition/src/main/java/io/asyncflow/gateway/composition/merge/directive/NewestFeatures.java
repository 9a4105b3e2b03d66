package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of each specification that some subgraph composes a directive of, the newest version that such a subgraph links. All
 * who compose it have to agree on the major version.
 */
final class NewestFeatures {

    private final Map<String, Newest> newest = new LinkedHashMap<>();
    private final Findings findings;

    NewestFeatures(List<Vocabulary> vocabularies, List<ComposeRequest> requests, Findings findings) {
        this.findings = findings;
        Map<String, List<Linked>> linked = new LinkedHashMap<>();
        Map<String, Set<Vocabulary>> composing = new LinkedHashMap<>();
        requests.forEach(request -> composing
                .computeIfAbsent(request.identity(), key -> new LinkedHashSet<>())
                .add(request.vocabulary()));
        for (Vocabulary vocabulary : vocabularies) {
            for (Feature feature : vocabulary.features()) {
                String identity = feature.url().identity();
                boolean composed = composing.getOrDefault(identity, Set.of()).contains(vocabulary);
                linked.computeIfAbsent(identity, key -> new ArrayList<>())
                        .add(new Linked(vocabulary, feature, composed));
            }
        }
        linked.forEach((identity, links) -> {
            Linked latest = latest(identity, links);
            if (latest != null && latest.composed) {
                newest.put(identity, new Newest(latest.feature, sameVersion(latest, links)));
            }
        });
    }

    private record Linked(Vocabulary vocabulary, Feature feature, boolean composed) {

        boolean sameMajor(Linked other) {
            return feature.url().major() == other.feature.url().major();
        }
    }

    /**
     * A specification's newest version.
     *
     * @param vocabularies the subgraphs that link it, the last one first
     */
    record Newest(Feature feature, List<Vocabulary> vocabularies) {}

    @Nullable
    Newest of(String identity) {
        return newest.get(identity);
    }

    Map<String, Newest> all() {
        return newest;
    }

    private @Nullable Linked latest(String identity, List<Linked> links) {
        Linked latest = links.getFirst();
        boolean hinted = false;
        for (Linked link : links.subList(1, links.size())) {
            if (latest.sameMajor(link)) {
                latest = newer(latest, link);
            } else if (latest.composed && link.composed) {
                findings.problem(
                        ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                        "Subgraphs compose directives of different major versions of " + identity + ": "
                                + versions(links) + ". Link one major version in all that compose them.",
                        places(links));
                return null;
            } else {
                if (!hinted) {
                    hintAtMajors(identity, links);
                    hinted = true;
                }
                latest = latest.composed ? latest : link;
            }
        }
        return latest;
    }

    private static Linked newer(Linked one, Linked other) {
        if (one.composed != other.composed) {
            return one.composed ? one : other;
        }
        return one.feature.url().minor() > other.feature.url().minor() ? one : other;
    }

    private void hintAtMajors(String identity, List<Linked> links) {
        findings.hint(
                HintCode.DIRECTIVE_COMPOSITION_INFO,
                "Subgraphs link different major versions of " + identity + ": " + versions(links)
                        + ". Its directives can be composed only from one of them.",
                places(links));
    }

    private static String versions(List<Linked> links) {
        return Wording.whoSaysWhat(
                links,
                link -> link.feature.url().version(),
                link -> link.vocabulary.schema().name());
    }

    private static List<Place> places(List<Linked> links) {
        return links.stream().map(link -> link.vocabulary.place(link.feature)).toList();
    }

    private static List<Vocabulary> sameVersion(Linked latest, List<Linked> links) {
        return links.stream()
                .filter(link -> link.feature.url().sameVersion(latest.feature.url()))
                .map(Linked::vocabulary)
                .toList()
                .reversed();
    }
}
