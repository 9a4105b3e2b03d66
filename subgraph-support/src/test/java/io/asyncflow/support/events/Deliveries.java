package io.asyncflow.support.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** What a group got, whichever of its members got it. */
final class Deliveries {

    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final List<Event> firsts = new ArrayList<>();
    private final Map<String, Integer> byMember = new ConcurrentHashMap<>();

    Function<List<Event>, Mono<Void>> by(String member) {
        return events -> Mono.fromRunnable(() -> note(member, events));
    }

    synchronized void note(String member, List<Event> events) {
        byMember.merge(member, events.size(), Integer::sum);
        events.stream().filter(event -> seen.add(event.id())).forEach(firsts::add);
    }

    /** Each event once, in the order in which they came first. */
    synchronized List<Event> firsts() {
        return List.copyOf(firsts);
    }

    synchronized int count() {
        return firsts.size();
    }

    Set<String> members() {
        return Set.copyOf(byMember.keySet());
    }

    /** What each key carried, in the order in which it came first. */
    Map<String, List<String>> byKey() {
        return byKey(firsts().stream());
    }

    static Map<String, List<String>> byKey(Stream<Event> events) {
        var byKey = new TreeMap<String, List<String>>();
        events.forEach(event ->
                byKey.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(event.data()));
        return byKey;
    }
}
