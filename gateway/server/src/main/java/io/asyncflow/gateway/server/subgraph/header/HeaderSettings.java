package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.server.message.ForwardedFor;
import io.asyncflow.gateway.server.settings.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The section {@code headers}. */
@Described("Which headers subgraphs are sent")
public record HeaderSettings(
        @Described("Rules for every subgraph; a list of your own takes the place of the default one")
        HeaderOperations all,

        @Described("More rules, by the name of the subgraph; they come after those for all")
        Map<String, HeaderOperations> subgraphs) {

    /** Who asks, from where, in which language, and as part of which trace. */
    public static final HeaderSettings DEFAULT = new HeaderSettings(
            new HeaderOperations(Stream.of(
                            "authorization",
                            "accept-language",
                            "traceparent",
                            "tracestate",
                            "baggage",
                            "x-request-id",
                            ForwardedFor.HEADER)
                    .map(HeaderRule::propagate)
                    .toList()),
            Map.of());

    public HeaderSettings {
        subgraphs = Map.copyOf(subgraphs);
    }

    List<HeaderRule> rulesFor(String subgraph) {
        HeaderOperations own = subgraphs.getOrDefault(subgraph, HeaderOperations.DEFAULT);
        return Stream.concat(all.request().stream(), own.request().stream()).toList();
    }
}
