package io.asyncflow.user.behaviour.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.user.behaviour.BehaviourInput;
import io.asyncflow.user.behaviour.BehaviourOutcome;
import io.asyncflow.user.behaviour.Behaviours;
import io.asyncflow.user.behaviour.VisitorInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes what people do. */
@DgsComponent
public class BehaviourFetchers {

    private final Behaviours behaviours;

    BehaviourFetchers(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    @DgsMutation
    public Mono<BehaviourOutcome> behaviourRecord(
            @InputArgument List<BehaviourInput> events, @InputArgument @Nullable VisitorInput visitor) {
        return behaviours.record(events, visitor);
    }
}
