package io.asyncflow.user.point;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What points should do, with every single point an object: slow, and too simple to be wrong. */
final class PointModel {

    private static final class Point {

        final int lot;
        final Instant expiresAt;

        @Nullable
        Integer hold;

        Point(int lot, Instant expiresAt) {
            this.lot = lot;
            this.expiresAt = expiresAt;
        }
    }

    private final List<Point> points = new ArrayList<>();
    private final Map<Integer, Instant> holds = new HashMap<>();
    private final Set<Integer> captured = new HashSet<>();
    private final Set<Integer> released = new HashSet<>();
    private int lots;
    private Instant now = Instant.MIN;

    void timeIs(Instant time) {
        now = time;
        List.copyOf(holds.keySet()).stream()
                .filter(hold -> !now.isBefore(holds.get(hold)))
                .forEach(this::release);
        expire();
    }

    private void expire() {
        points.removeIf(point -> point.hold == null && !now.isBefore(point.expiresAt));
    }

    void earn(int count, Instant expiresAt) {
        lots++;
        for (int i = 0; i < count; i++) {
            points.add(new Point(lots, expiresAt));
        }
    }

    boolean spend(int count) {
        return available() >= count && points.removeAll(first(count));
    }

    boolean hold(int hold, int count, Instant until) {
        if (available() < count) {
            return false;
        }
        first(count).forEach(point -> point.hold = hold);
        holds.put(hold, until);
        return true;
    }

    boolean capture(int hold) {
        if (holds.remove(hold) != null) {
            points.removeIf(point -> point.hold != null && point.hold == hold);
            captured.add(hold);
        }
        return captured.contains(hold);
    }

    boolean release(int hold) {
        if (holds.remove(hold) != null) {
            points.stream()
                    .filter(point -> point.hold != null && point.hold == hold)
                    .forEach(point -> point.hold = null);
            released.add(hold);
            expire();
        }
        return released.contains(hold);
    }

    long available() {
        return points.stream().filter(point -> point.hold == null).count();
    }

    long held() {
        return points.size() - available();
    }

    private List<Point> first(int count) {
        return points.stream()
                .filter(point -> point.hold == null)
                .sorted(Comparator.comparing((Point point) -> point.expiresAt).thenComparing(point -> point.lot))
                .limit(count)
                .toList();
    }
}
