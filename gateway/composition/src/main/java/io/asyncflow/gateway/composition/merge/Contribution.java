package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.directive.Applied;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What one subgraph adds to an element of the supergraph: its own definition of it. */
record Contribution<T extends Node>(Contributor by, T element) {

    Place place() {
        return Place.of(by.name(), element.position());
    }

    /** Where they stand, without those that no SDL holds. */
    static List<Place> places(List<? extends Contribution<?>> contributions) {
        List<Place> places = new ArrayList<>(contributions.size());
        for (Contribution<?> contribution : contributions) {
            if (contribution.element.position().line() > 0) {
                places.add(contribution.place());
            }
        }
        return places;
    }

    /** Who of all does not have it. */
    static List<Contributor> without(List<? extends Contribution<?>> with, List<? extends Contribution<?>> all) {
        if (with.size() == all.size()) {
            return List.of();
        }
        Set<Contributor> having = new HashSet<>();
        with.forEach(each -> having.add(each.by()));
        List<Contributor> without = new ArrayList<>();
        all.forEach(each -> {
            if (!having.contains(each.by())) {
                without.add(each.by());
            }
        });
        return without;
    }

    /** What each of them applies to the element. */
    static <T extends Node> List<Applied> applied(
            List<Contribution<T>> contributions, Function<? super T, List<Directive>> directives) {
        List<Applied> applied = new ArrayList<>(contributions.size());
        for (Contribution<T> each : contributions) {
            applied.add(new Applied(each.by.schema(), each.element.position(), directives.apply(each.element)));
        }
        return applied;
    }

    /** Those of its elements that are of the type. */
    static <T extends Node> List<Contribution<T>> only(Class<T> type, List<? extends Contribution<?>> contributions) {
        List<Contribution<T>> only = new ArrayList<>(contributions.size());
        for (Contribution<?> each : contributions) {
            if (type.isInstance(each.element)) {
                only.add(new Contribution<>(each.by, type.cast(each.element)));
            }
        }
        return only;
    }
}
