package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The parts of an answer that come before its time is up; then a last one tells that the others will not. */
final class PartsInTime {

    private final Map<Integer, Pending> open = new LinkedHashMap<>();
    private boolean more = true;

    private PartsInTime() {}

    static Flux<Part> of(Flux<Part> parts, Duration left) {
        return Flux.defer(() -> {
            PartsInTime inTime = new PartsInTime();
            return parts.takeUntilOther(Mono.delay(left))
                    .map(inTime::noted)
                    .concatWith(Mono.fromSupplier(inTime::rest));
        });
    }

    private Part noted(Part part) {
        part.pending().forEach(pending -> open.put(pending.id(), pending));
        part.patches().forEach(patch -> open.remove(patch.pending().id()));
        more = part.hasNext();
        return part;
    }

    private @Nullable Part rest() {
        List<Patch> late = open.values().stream()
                .map(pending -> new Patch(pending, null, Refusals.LATE_PART))
                .toList();
        return more ? new Part(null, List.of(), late, false) : null;
    }
}
