package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What composition found, for people with an editor and for programs. */
record Findings(Graph graph) {

    /** {@code FILE:LINE:COLUMN: CODE message} for each, with the other places it is about below it. */
    void print(List<Problem> problems, PrintStream to) {
        problems.forEach(problem -> print(problem.code().name(), problem.message(), problem.places(), to));
    }

    /** As the problems, marked as hints: those that matter at least that much. */
    void print(List<Hint> hints, HintCode.Level least, PrintStream to) {
        for (Hint hint : hints) {
            if (hint.code().level().compareTo(least) <= 0) {
                print("hint " + hint.code().name(), hint.message(), hint.places(), to);
            }
        }
    }

    private void print(String code, String message, List<Place> places, PrintStream to) {
        String at = places.isEmpty() ? "" : at(places.getFirst()) + ": ";
        to.println(at + code + " " + message.strip().replace("\n", "\n    "));
        for (Place place : places.subList(Math.min(1, places.size()), places.size())) {
            to.println(at(place) + ": also here, in subgraph " + place.subgraph());
        }
    }

    private String at(Place place) {
        SubgraphFiles.Line line = graph.locate(place);
        return line == null ? "subgraph " + place.subgraph() : line.file() + ":" + line.number() + ":" + place.column();
    }

    List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> entry(problem.code().name(), null, problem.message(), problem.places()))
                .toList();
    }

    List<Map<String, Object>> hints(List<Hint> hints) {
        return hints.stream()
                .map(hint -> entry(hint.code().name(), hint.code().level().name(), hint.message(), hint.places()))
                .toList();
    }

    /**
     * {@code subgraph} is the one that the finding is about first, and {@code locations} are in its schema;
     * {@code others} are those in the schemas of other subgraphs.
     */
    private Map<String, Object> entry(String code, @Nullable String level, String message, List<Place> places) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("code", code);
        if (level != null) {
            entry.put("level", level);
        }
        entry.put("message", message);
        String subgraph = places.isEmpty() ? null : places.getFirst().subgraph();
        entry.put("subgraph", subgraph);
        entry.put("locations", locations(places, place -> place.subgraph().equals(subgraph), false));
        entry.put("others", locations(places, place -> !place.subgraph().equals(subgraph), true));
        return unchecked(entry);
    }

    /** A place that no line is known of says no more than its subgraph. */
    private List<Map<String, Object>> locations(
            List<Place> places, java.util.function.Predicate<Place> chosen, boolean named) {
        return places.stream()
                .filter(chosen)
                .filter(place -> named || graph.locate(place) != null)
                .map(place -> location(place, named))
                .toList();
    }

    private Map<String, Object> location(Place place, boolean named) {
        var location = new LinkedHashMap<String, Object>();
        if (named) {
            location.put("subgraph", place.subgraph());
        }
        SubgraphFiles.Line line = graph.locate(place);
        if (line != null) {
            location.put("file", line.file().toString());
            location.put("line", line.number());
            location.put("column", place.column());
        }
        return location;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> unchecked(Map<String, @Nullable Object> map) {
        return (Map<String, Object>) (Map<String, ?>) map;
    }
}
