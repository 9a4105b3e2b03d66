package io.asyncflow.user.point;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Points that the shop gives of its own accord. They last for a while. */
@Component
public class PointGrants {

    private final Points points;
    private final PointProperties properties;
    private final Clock clock;

    PointGrants(Points points, PointProperties properties, Clock clock) {
        this.points = points;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<PointOutcome> grant(PointRequest request) {
        return points.earn(request, clock.instant().plus(properties.lifetime()));
    }
}
