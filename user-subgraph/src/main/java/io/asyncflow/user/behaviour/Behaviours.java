package io.asyncflow.user.behaviour;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.events.Outbox;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.support.redis.Verdict.Refused;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.consent.ConsentBook;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes what people do and tells it to other services: once, and only what it may be used for. */
public final class Behaviours {

    private final ConsentBook consents;
    private final SeenBehaviour seen;
    private final Outbox outbox;
    private final BehaviourLimit limit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Behaviours(
            ConsentBook consents,
            SeenBehaviour seen,
            Outbox outbox,
            BehaviourLimit limit,
            TransactionalOperator transaction,
            Clock clock) {
        this.consents = consents;
        this.seen = seen;
        this.outbox = outbox;
        this.limit = limit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All of a batch, or nothing of it. What may be used for nothing is accepted like everything else, and dropped. */
    public Mono<BehaviourOutcome> record(List<BehaviourInput> events, @Nullable VisitorInput visitor) {
        var reading = BehaviourReading.of(events, clock.instant());
        if (!reading.problems().isEmpty()) {
            return Mono.just(BehaviourOutcome.refused(reading.problems()));
        }
        return Viewer.current()
                .flatMap(viewer -> viewer.userId().map(this::actor).orElseGet(() -> actor(visitor)))
                .flatMap(actor -> record(actor, reading.behaviours(), events.size()))
                .onErrorResume(BadInput.class, bad -> Mono.just(refused(bad)));
    }

    private Mono<Actor> actor(UserId user) {
        return consents.granted(user).map(granted -> new Actor(user.toString(), granted));
    }

    private static Mono<Actor> actor(@Nullable VisitorInput visitor) {
        return Mono.fromSupplier(() -> {
            if (visitor == null) {
                throw new BadInput("id", "must be given when nobody is signed in");
            }
            return visitor.actor();
        });
    }

    private Mono<BehaviourOutcome> record(Actor actor, List<Behaviour> behaviours, int sent) {
        return limit.take(actor, sent).flatMap(verdict -> switch (verdict) {
            case Allowed _ -> tell(actor, behaviours).thenReturn(new BehaviourOutcome(sent, List.of()));
            case Refused(var after) ->
                Mono.just(BehaviourOutcome.refused(List.of(UserError.of(
                        ErrorCode.RATE_LIMITED,
                        "Too many events: send these again in " + (after.toSeconds() + 1) + " seconds"))));
        });
    }

    private Mono<Void> tell(Actor actor, List<Behaviour> behaviours) {
        if (actor.purposes().isEmpty()) {
            return Mono.empty();
        }
        return seen.fresh(actor, behaviours.stream().map(Behaviour::id).toList())
                .flatMapMany(fresh -> Flux.fromIterable(behaviours).filter(behaviour -> fresh.contains(behaviour.id())))
                .map(behaviour -> BehaviourFacts.of(actor, behaviour))
                .collectList()
                .flatMap(outbox::append)
                .as(transaction::transactional);
    }

    private static BehaviourOutcome refused(BadInput bad) {
        return BehaviourOutcome.refused(List.of(
                UserError.of(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()), "visitor", bad.argument())));
    }
}
