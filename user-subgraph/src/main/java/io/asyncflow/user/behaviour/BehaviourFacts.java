package io.asyncflow.user.behaviour;

import io.asyncflow.support.events.EventType;
import io.asyncflow.support.events.Fact;
import io.asyncflow.user.consent.ConsentPurpose;
import java.time.Instant;
import java.util.List;

/** Behaviour as other services learn of it. */
final class BehaviourFacts {

    record ViewedFact(String actor, List<ConsentPurpose> purposes, Instant at, String productId) {}

    record SearchedFact(String actor, List<ConsentPurpose> purposes, Instant at, String query) {}

    record VariantFact(String actor, List<ConsentPurpose> purposes, Instant at, String variantId, int quantity) {}

    private static final EventType<ViewedFact> VIEWED = new EventType<>("user.viewed", ViewedFact.class);
    private static final EventType<SearchedFact> SEARCHED = new EventType<>("user.searched", SearchedFact.class);
    private static final EventType<VariantFact> ADDED = new EventType<>("user.added", VariantFact.class);
    private static final EventType<VariantFact> BOUGHT = new EventType<>("user.bought", VariantFact.class);

    private BehaviourFacts() {}

    static Fact<?> of(Actor actor, Behaviour behaviour) {
        String key = actor.key();
        var purposes = actor.purposes();
        return switch (behaviour) {
            case Behaviour.Viewed it ->
                VIEWED.about(
                        key, new ViewedFact(key, purposes, it.at(), it.product().toString()));
            case Behaviour.Searched it -> SEARCHED.about(key, new SearchedFact(key, purposes, it.at(), it.query()));
            case Behaviour.Added it ->
                ADDED.about(
                        key,
                        new VariantFact(key, purposes, it.at(), it.variant().toString(), it.quantity()));
            case Behaviour.Bought it ->
                BOUGHT.about(
                        key,
                        new VariantFact(key, purposes, it.at(), it.variant().toString(), it.quantity()));
        };
    }
}
