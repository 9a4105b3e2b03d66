package io.asyncflow.gateway.executor.program;

import io.asyncflow.gateway.executor.asking.EntityLookup;
import io.asyncflow.gateway.executor.asking.RequestBody;
import io.asyncflow.gateway.executor.asking.Way;
import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.planner.plan.Fetch;
import java.util.List;

/** One fetch of a plan, ready to be asked and to be read. */
public sealed interface Step {

    Fetch fetch();

    RequestBody body();

    /** The steps that wait for it. */
    List<Integer> children();

    /** Fields of a root type, for the objects at the way. The source of a subscription's events is one too. */
    record Root(Fetch fetch, RequestBody body, List<Integer> children, Way way, Reader reader) implements Step {

        public Root {
            children = List.copyOf(children);
        }
    }

    /** Entities by their representations. */
    record Entities(Fetch fetch, RequestBody body, List<Integer> children, List<EntityLookup> lookups) implements Step {

        public Entities {
            children = List.copyOf(children);
            lookups = List.copyOf(lookups);
        }
    }
}
