package io.asyncflow.user.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where all points of an account are. Whatever happens to points moves them between pockets, in or out. */
record Purse(List<Pocket> pockets) {

    static final Purse EMPTY = new Purse(List.of());

    Purse {
        pockets = pockets.stream().sorted(Pocket.SOONEST).toList();
    }

    long points() {
        return count(_ -> true);
    }

    long free() {
        return count(Pocket::isFree);
    }

    long count(Predicate<Pocket> which) {
        return pockets.stream().filter(which).mapToLong(Pocket::points).sum();
    }

    Purse and(Pocket earned) {
        var more = new ArrayList<>(pockets);
        more.add(earned);
        return new Purse(more);
    }

    Purse without(Predicate<Pocket> which) {
        return new Purse(pockets.stream().filter(which.negate()).toList());
    }

    /** Its pockets that were not there before, or held another number. */
    Purse changedSince(Purse before) {
        return without(Set.copyOf(before.pockets)::contains);
    }

    /** The pockets that were there before and are not any more. */
    Purse emptiedSince(Purse before) {
        Set<Pocket.Place> places = pockets.stream().map(Pocket::place).collect(Collectors.toSet());
        return before.without(pocket -> places.contains(pocket.place()));
    }

    /** The same without so many of the free points. */
    Purse spent(long points) {
        return taken(points, null);
    }

    /** The same with so many of the free points in a hold. */
    Purse held(long points, Pocket.Hold hold) {
        return taken(points, hold);
    }

    /** The same with all that the hold has kept free again. */
    Purse released(HoldId hold) {
        var changed = new ArrayList<>(without(pocket -> pocket.isIn(hold)).pockets);
        pockets.stream().filter(pocket -> pocket.isIn(hold)).forEach(kept -> putBack(kept.in(null), changed));
        return new Purse(changed);
    }

    private Purse taken(long points, Pocket.@Nullable Hold into) {
        if (points > free()) {
            throw new IllegalArgumentException("There are not so many free points");
        }
        var changed = new ArrayList<Pocket>();
        long missing = points;
        for (Pocket pocket : pockets) {
            long part = pocket.isFree() ? Math.min(missing, pocket.points()) : 0;
            missing -= part;
            if (part < pocket.points()) {
                changed.add(pocket.with(pocket.points() - part));
            }
            if (part > 0 && into != null) {
                changed.add(pocket.with(part).in(into));
            }
        }
        return new Purse(changed);
    }

    private static void putBack(Pocket free, List<Pocket> pockets) {
        long others = pockets.stream()
                .filter(pocket -> pocket.isFree() && pocket.lot().equals(free.lot()))
                .mapToLong(Pocket::points)
                .sum();
        pockets.removeIf(pocket -> pocket.isFree() && pocket.lot().equals(free.lot()));
        pockets.add(free.with(free.points() + others));
    }
}
