package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.planner.operation.Asked.Asking;
import io.asyncflow.gateway.planner.operation.Asked.Group;
import io.asyncflow.gateway.planner.validation.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order a mutation's fields happen. One that is asked for again, further down, happens there where the conditions
 * further up do not hold; it is told there what is asked for further up as well.
 *
 * <pre>
 *   a @include(if: $x) { p }        a @include(if: $x) { p q }
 *   b                          =>   b
 *   a { q }                         a @skip(if: $x) { q }
 * </pre>
 */
final class Turns {

    private static final int MOST = 10;

    private final List<Asked> order = new ArrayList<>();
    private final Map<Asked, Integer> first = new HashMap<>();
    private final Map<Asked, Integer> last = new HashMap<>();

    /** That a field is asked for, once or again. */
    void add(Asked asked) {
        first.putIfAbsent(asked, order.size());
        last.put(asked, order.size());
        order.add(asked);
    }

    List<Level.Entry> entries() {
        List<Level.Entry> entries = new ArrayList<>();
        Map<Asked, List<Guard>> before = new HashMap<>();
        Map<Asked, Integer> next = new HashMap<>();
        for (Asked asked : order) {
            int index = next.merge(asked, 1, Integer::sum) - 1;
            if (index == 0 && !takesTurns(asked)) {
                entries.add(asked);
            } else if (index == 0) {
                before.put(asked, new ArrayList<>());
            }
            List<Guard> known = before.get(asked);
            if (known != null) {
                entries.addAll(turn(asked, asked.askings().get(index).guard(), known));
            }
        }
        return entries;
    }

    private static List<Asked> turn(Asked asked, Guard guard, List<Guard> before) {
        List<Guard> left = left(guard, before);
        if (!left.isEmpty()) {
            before.add(guard);
        }
        if (left.size() > MOST || before.size() > MOST) {
            throw tooMany(asked);
        }
        return left.stream()
                .map(each -> asked.only(new Group(each, compatible(asked, each))))
                .toList();
    }

    private boolean takesTurns(Asked asked) {
        List<Asking> askings = asked.askings();
        int places = last.getOrDefault(asked, 0) - first.getOrDefault(asked, 0) + 1;
        Guard firstGuard = askings.getFirst().guard();
        return places > askings.size()
                && askings.stream().allMatch(asking -> asking.guard().deferral() == null)
                && !askings.stream()
                        .allMatch(asking -> asking.guard().conditions().containsAll(firstGuard.conditions()));
    }

    /** When the guard holds, and none of those before: in one of several cases. */
    private static List<Guard> left(Guard guard, List<Guard> before) {
        List<Guard> left = List.of(guard);
        for (Guard other : before) {
            List<Guard> without = new ArrayList<>();
            left.forEach(each -> without.addAll(without(each, other)));
            left = without;
            if (left.size() > MOST) {
                return left;
            }
        }
        return left;
    }

    private static List<Guard> without(Guard guard, Guard other) {
        List<Guard> left = new ArrayList<>();
        Guard rest = guard;
        for (Condition condition : other.conditions()) {
            Guard unless = rest.and(condition.opposite());
            if (unless != null) {
                left.add(unless);
            }
            rest = rest.and(condition);
            if (rest == null) {
                break;
            }
        }
        return left;
    }

    private static List<Asking> compatible(Asked asked, Guard guard) {
        return asked.askings().stream()
                .filter(asking -> asking.guard().conditions().stream()
                        .noneMatch(condition -> guard.conditions().contains(condition.opposite())))
                .toList();
    }

    private static OperationException tooMany(Asked asked) {
        return new OperationException(List.of(new Problem(
                Problem.TOO_LARGE,
                "The mutation asks for " + asked.key()
                        + " under more conditions than can be told apart. Give it aliases.",
                List.of(asked.askings().getFirst().field().position()))));
    }
}
