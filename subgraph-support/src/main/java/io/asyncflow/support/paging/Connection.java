package io.asyncflow.support.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, in Relay's shape. */
public record Connection<T>(
        List<Edge<T>> edges, PageInfo pageInfo, @Nullable Long totalCount) {

    /** A node and the place to go on from it. */
    public record Edge<T>(String cursor, T node) {}

    public Connection {
        edges = List.copyOf(edges);
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public <R> Connection<R> map(Function<? super T, ? extends R> mapping) {
        var mapped = edges.stream()
                .map(edge -> new Edge<R>(edge.cursor(), mapping.apply(edge.node())))
                .toList();
        return new Connection<>(mapped, pageInfo, totalCount);
    }
}
