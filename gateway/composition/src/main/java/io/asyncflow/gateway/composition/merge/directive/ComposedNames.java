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
import java.util.function.Function;

/** Checks that a composed name means one directive everywhere, and that a composed directive has one name everywhere. */
final class ComposedNames {

    private final List<Vocabulary> vocabularies;
    private final Findings findings;

    ComposedNames(List<Vocabulary> vocabularies, Findings findings) {
        this.vocabularies = vocabularies;
        this.findings = findings;
    }

    void check(List<ComposeRequest> requests) {
        grouped(requests, ComposeRequest::nameHere).forEach(this::checkMeaning);
        grouped(requests, ComposeRequest::name).forEach(this::checkName);
    }

    private static Map<String, List<ComposeRequest>> grouped(
            List<ComposeRequest> requests, Function<ComposeRequest, String> key) {
        Map<String, List<ComposeRequest>> groups = new LinkedHashMap<>();
        requests.forEach(request -> groups.computeIfAbsent(key.apply(request), absent -> new ArrayList<>())
                .add(request));
        return groups;
    }

    private void checkMeaning(String nameHere, List<ComposeRequest> requests) {
        List<Place> places = requests.stream().map(ComposeRequest::place).toList();
        if (differ(requests, ComposeRequest::name)) {
            findings.problem(
                    ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                    "@" + nameHere + " is not the same directive in all subgraphs that compose it: "
                            + Wording.whoSaysWhat(requests, request -> "@" + request.name(), ComposeRequest::subgraph)
                            + ". Import them under different names.",
                    places);
        }
        if (differ(requests, ComposeRequest::identity)) {
            findings.problem(
                    ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                    "@" + nameHere + " is from different specifications in the subgraphs that compose it: "
                            + Wording.whoSaysWhat(requests, ComposeRequest::identity, ComposeRequest::subgraph)
                            + ". Import them under different names.",
                    places);
        }
    }

    private void checkName(String name, List<ComposeRequest> requests) {
        if (differ(requests, ComposeRequest::nameHere)) {
            findings.problem(
                    ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                    "Subgraphs compose @" + name + " under different names: "
                            + Wording.whoSaysWhat(
                                    requests, request -> "@" + request.nameHere(), ComposeRequest::subgraph)
                            + ". Import it under one name everywhere.",
                    requests.stream().map(ComposeRequest::linkPlace).distinct().toList());
        }
        hintAtOtherNames(requests);
    }

    private void hintAtOtherNames(List<ComposeRequest> requests) {
        ComposeRequest composed = requests.getFirst();
        Set<Vocabulary> composing = new LinkedHashSet<>();
        requests.forEach(request -> composing.add(request.vocabulary()));
        List<Place> places = new ArrayList<>();
        List<String> subgraphs = new ArrayList<>();
        for (Vocabulary vocabulary : vocabularies) {
            Feature feature = vocabulary.feature(composed.identity());
            if (!composing.contains(vocabulary)
                    && feature != null
                    && feature.imports(composed.name())
                    && !feature.nameHere(composed.name()).equals(composed.nameHere())) {
                places.add(vocabulary.place(feature));
                subgraphs.add(vocabulary.schema().name());
            }
        }
        if (!places.isEmpty()) {
            findings.hint(
                    HintCode.DIRECTIVE_COMPOSITION_WARN,
                    "Composed directive @" + composed.nameHere() + " has another name in "
                            + Wording.subgraphs(subgraphs)
                            + ". It will have to be imported under this name there to be composed.",
                    places);
        }
    }

    private static boolean differ(List<ComposeRequest> requests, Function<ComposeRequest, String> property) {
        return requests.stream().map(property).distinct().count() > 1;
    }
}
