package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the description that most subgraphs give, the first of these where several are equally common. */
final class DescriptionMerge {

    private final Findings findings;

    DescriptionMerge(Findings findings) {
        this.findings = findings;
    }

    <T extends Node> @Nullable String merge(
            String what, List<Contribution<T>> contributions, Function<T, @Nullable String> description) {
        Map<String, List<Contribution<T>>> byText = new LinkedHashMap<>();
        for (Contribution<T> each : contributions) {
            String text = description.apply(each.element());
            if (text != null) {
                byText.computeIfAbsent(text, key -> new ArrayList<>()).add(each);
            }
        }
        if (byText.size() > 1) {
            byText.remove("");
        }
        if (byText.size() > 1) {
            return mostCommon(what, byText);
        }
        return byText.isEmpty() ? null : byText.keySet().iterator().next();
    }

    private <T extends Node> String mostCommon(String what, Map<String, List<Contribution<T>>> byText) {
        String chosen = "";
        int count = 0;
        for (Map.Entry<String, List<Contribution<T>>> entry : byText.entrySet()) {
            if (entry.getValue().size() > count) {
                chosen = entry.getKey();
                count = entry.getValue().size();
            }
        }
        List<Contribution<T>> all =
                byText.values().stream().flatMap(List::stream).toList();
        findings.hint(
                HintCode.INCONSISTENT_DESCRIPTION,
                what + " has different descriptions in " + Wording.subgraphs(all)
                        + ". The supergraph uses the one from "
                        + Wording.subgraphs(byText.getOrDefault(chosen, List.of()))
                        + "; give it the same description everywhere, or in one subgraph only.",
                Contribution.places(all));
        return chosen;
    }
}
