package io.asyncflow.catalog.rows;

import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same page of many lists, read by one statement. */
public final class Pages {

    /** A row of the list below that parent. */
    public record Row<T>(UUID parent, T item) {}

    private Pages() {}

    /** A page for every parent, those without rows included. The rows stand in the order's order. */
    public static <T, N> Map<UUID, Connection<N>> perParent(
            UUID[] parents, Keyset<T> order, PageRequest page, List<Row<T>> rows, Function<T, N> node) {
        Map<UUID, List<T>> items = rows.stream()
                .collect(Collectors.groupingBy(Row::parent, Collectors.mapping(Row::item, Collectors.toList())));
        var pages = new HashMap<UUID, Connection<N>>();
        for (UUID parent : parents) {
            List<T> own = items.getOrDefault(parent, List.of());
            pages.put(parent, order.connection(page, own, null).map(node));
        }
        return pages;
    }

    /** The page, with how many items all pages hold together. */
    public static <T> Connection<T> counted(Connection<T> page, long total) {
        return new Connection<>(page.edges(), page.pageInfo(), total);
    }
}
