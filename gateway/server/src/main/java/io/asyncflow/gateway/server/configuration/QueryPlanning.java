package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;
import java.util.List;

/** How operations are planned, and how many plans are kept. */
@Described("How operations are planned, and how many plans are kept.")
public record QueryPlanning(
        @Described("Where plans are kept.") Cache cache,

        @Described("How many of the operations in use are planned before a new supergraph goes live.")
        int warmedUpQueries,

        @Described("The labels of progressive overrides that are on.")
        List<String> overrideLabels) {

    public static final QueryPlanning DEFAULT = new QueryPlanning(Cache.DEFAULT, 100, List.of());

    public QueryPlanning {
        overrideLabels = List.copyOf(overrideLabels);
        if (warmedUpQueries < 0) {
            throw new IllegalArgumentException("warmedUpQueries must not be negative");
        }
    }

    /** Where plans are kept. */
    public record Cache(
            @Described("In the memory of this process.") InMemory inMemory) {

        public static final Cache DEFAULT = new Cache(InMemory.DEFAULT);
    }

    /** Plans in this process. */
    public record InMemory(
            @Described("How many plans are kept, long operations counting as several; those used least give way.")
            int limit) {

        public static final InMemory DEFAULT = new InMemory(512);

        public InMemory {
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be at least 1");
            }
        }
    }
}
