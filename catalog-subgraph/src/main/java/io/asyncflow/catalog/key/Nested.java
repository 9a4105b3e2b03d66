package io.asyncflow.catalog.key;

import io.asyncflow.support.ids.TypedId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list below one of many parents: the variants of this product, the products of that collection.
 *
 * @param query what the list is asked for; parents with equal queries share a statement
 */
public record Nested<I extends TypedId, Q>(I parent, Q query) {

    private static final int STATEMENTS_AT_ONCE = 4;

    /** Sends one statement per distinct query, however many parents there are. */
    public static <I extends TypedId, Q, R> Mono<Map<Nested<I, Q>, R>> load(
            Set<Nested<I, Q>> wanted, BiFunction<Q, UUID[], Mono<Map<UUID, R>>> statement) {
        Map<Q, List<Nested<I, Q>>> byQuery =
                wanted.stream().collect(Collectors.groupingBy(Nested::query, LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(byQuery.entrySet())
                .flatMap(group -> rows(group.getKey(), group.getValue(), statement), STATEMENTS_AT_ONCE)
                .collect(HashMap::new, Map::putAll);
    }

    private static <I extends TypedId, Q, R> Mono<Map<Nested<I, Q>, R>> rows(
            Q query, List<Nested<I, Q>> lists, BiFunction<Q, UUID[], Mono<Map<UUID, R>>> statement) {
        UUID[] parents = lists.stream().map(list -> list.parent().uuid()).toArray(UUID[]::new);
        return statement.apply(query, parents).map(found -> {
            var answers = new HashMap<Nested<I, Q>, R>();
            for (var list : lists) {
                R answer = found.get(list.parent().uuid());
                if (answer != null) {
                    answers.put(list, answer);
                }
            }
            return answers;
        });
    }
}
