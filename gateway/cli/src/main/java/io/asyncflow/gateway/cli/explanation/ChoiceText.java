package io.asyncflow.gateway.cli.explanation;

import io.asyncflow.gateway.cli.words.Counted;
import io.asyncflow.gateway.planner.fetch.Decisions.Decision;
import io.asyncflow.gateway.planner.search.Choice.Alternative;
import io.asyncflow.gateway.planner.search.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the subgraphs that could be entered at a place, and what each way would have cost. */
final class ChoiceText {

    private ChoiceText() {}

    static List<String> lines(Decision decision) {
        String path = decision.path().toString();
        String place = "at " + (path.isEmpty() ? "the root" : path) + ": ";
        List<Alternative> alternatives = decision.choice().alternatives();
        Alternative chosen = chosen(decision);
        if (alternatives.size() == 1) {
            return chosen.graphs().isEmpty() ? List.of() : List.of(place + line(chosen) + ", the only way");
        }
        List<String> lines = new ArrayList<>();
        lines.add(place + line(chosen));
        alternatives.stream()
                .filter(alternative -> alternative != chosen && Cost.isPossible(alternative.cost()))
                .forEach(alternative -> lines.add("  not " + line(alternative)));
        long impossible = alternatives.stream()
                .filter(alternative -> !Cost.isPossible(alternative.cost()))
                .count();
        if (impossible > 0) {
            lines.add("  " + Counted.of((int) impossible, "other does", "others do") + " not answer all");
        }
        return lines;
    }

    private static String line(Alternative alternative) {
        String graphs =
                alternative.graphs().isEmpty() ? "no other subgraph" : String.join(" and ", alternative.graphs());
        return graphs + " (" + cost(alternative) + ")";
    }

    /** The first of the cheapest. */
    private static Alternative chosen(Decision decision) {
        Alternative chosen = decision.choice().alternatives().getFirst();
        for (Alternative alternative : decision.choice().alternatives()) {
            chosen = alternative.cost() < chosen.cost() ? alternative : chosen;
        }
        return chosen;
    }

    private static String cost(Alternative alternative) {
        return Counted.of(Cost.fetches(alternative.cost()), "more fetch", "more fetches") + ", depths "
                + Cost.depths(alternative.cost());
    }

    static Map<String, Object> json(Decision decision) {
        Alternative chosen = chosen(decision);
        var json = new LinkedHashMap<String, Object>();
        json.put("path", decision.path().toString());
        json.put(
                "alternatives",
                decision.choice().alternatives().stream()
                        .map(alternative -> json(alternative, alternative == chosen))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Alternative alternative, boolean chosen) {
        var json = new LinkedHashMap<String, Object>();
        json.put("subgraphs", alternative.graphs());
        json.put("chosen", chosen);
        boolean possible = Cost.isPossible(alternative.cost());
        json.put("possible", possible);
        if (possible) {
            json.put("fetches", Cost.fetches(alternative.cost()));
            json.put("depths", Cost.depths(alternative.cost()));
        }
        return json;
    }
}
