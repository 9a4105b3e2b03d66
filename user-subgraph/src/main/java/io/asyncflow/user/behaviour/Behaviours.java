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
                .flatMap(viewer -> viewer.userId()
                        .map(user -> record(user, reading.behaviours(), events.size()))
                        .orElseGet(() -> record(visitor, reading.behaviours(), events.size())))
                .onErrorResume(BadInput.class, bad -> Mono.just(refused(bad)));
    }

    /** What the account allows is read where it is acted on, so that it cannot be taken back in between. */
    private Mono<BehaviourOutcome> record(UserId user, List<Behaviour> behaviours, int sent) {
        String key = user.toString();
        return limited(key, sent, consents.granted(user).flatMap(granted -> tell(new Actor(key, granted), behaviours)));
    }

    private Mono<BehaviourOutcome> record(@Nullable VisitorInput visitor, List<Behaviour> behaviours, int sent) {
        if (visitor == null) {
            throw new BadInput("id", "must be given when nobody is signed in");
        }
        Actor actor = visitor.actor();
        return limited(actor.key(), sent, tell(actor, behaviours));
    }

    private Mono<BehaviourOutcome> limited(String key, int sent, Mono<Void> telling) {
        return limit.take(key, sent).flatMap(verdict -> switch (verdict) {
            case Allowed _ -> telling.as(transaction::transactional).thenReturn(new BehaviourOutcome(sent, List.of()));
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
                .flatMap(outbox::append);
    }

    private static BehaviourOutcome refused(BadInput bad) {
        return BehaviourOutcome.refused(List.of(
                UserError.of(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()), "visitor", bad.argument())));
    }
}
