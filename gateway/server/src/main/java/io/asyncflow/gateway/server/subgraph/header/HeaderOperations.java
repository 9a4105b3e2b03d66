package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.server.settings.Described;
import java.util.List;

/** What happens to headers. */
@Described("What happens to headers")
public record HeaderOperations(
        @Described("Rules for the headers of requests, applied from first to last")
        List<HeaderRule> request) {

    public static final HeaderOperations DEFAULT = new HeaderOperations(List.of());

    public HeaderOperations {
        request = List.copyOf(request);
    }
}
