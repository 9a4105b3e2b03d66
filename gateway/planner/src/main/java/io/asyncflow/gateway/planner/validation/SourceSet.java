package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.validation.MergedFields.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which places of the document are merged; equal to another of the same places, whatever they hold. */
final class SourceSet {

    private final List<List<Selection>> places;
    private final boolean shapesOnly;
    private final int hash;

    private SourceSet(List<List<Selection>> places, boolean shapesOnly) {
        this.places = places;
        this.shapesOnly = shapesOnly;
        int sum = Boolean.hashCode(shapesOnly);
        for (List<Selection> place : places) {
            sum = 31 * sum + System.identityHashCode(place);
        }
        this.hash = sum;
    }

    static SourceSet of(List<Source> sources, boolean shapesOnly) {
        return new SourceSet(sources.stream().map(Source::selections).toList(), shapesOnly);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceSet set && hash == set.hash && shapesOnly == set.shapesOnly && sameAs(set.places);
    }

    @SuppressWarnings("ReferenceEquality") // it is the place that counts
    private boolean sameAs(List<List<Selection>> others) {
        if (places.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
