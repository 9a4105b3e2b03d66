package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.server.source.Loaded.Failed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Watches live subgraphs for one subscriber, and composes what they are. */
final class SubgraphsWatch implements Watch {

    private static final int AT_A_TIME = 16;

    private final List<SubgraphWatch> subgraphs;
    private final Composing composing;
    private final Pauses pauses;

    SubgraphsWatch(List<SubgraphWatch> subgraphs, Composing composing, Duration interval) {
        this.subgraphs = List.copyOf(subgraphs);
        this.composing = composing;
        this.pauses = new Pauses(interval);
    }

    @Override
    public Mono<Loaded> look() {
        return Flux.fromIterable(subgraphs)
                .flatMap(SubgraphWatch::look, AT_A_TIME)
                .then(Mono.fromCallable(this::judge).subscribeOn(Schedulers.boundedElastic()));
    }

    @Override
    public Duration pause() {
        return pauses.next();
    }

    private Loaded judge() {
        String failures =
                subgraphs.stream().flatMap(each -> each.failure().stream()).collect(Collectors.joining("\n"));
        count(failures.isEmpty());
        List<Subgraph> known =
                subgraphs.stream().flatMap(each -> each.known().stream()).toList();
        boolean complete = known.size() == subgraphs.size();
        // A change counts even while another subgraph is down: that one is as it last described itself.
        if (complete && (failures.isEmpty() || composing.isNew(known))) {
            return composing.compose(known);
        }
        return new Failed(failures, composing.origin());
    }

    /** One subgraph that is down is no reason to ask the others less often. */
    private void count(boolean allAnswered) {
        if (allAnswered || subgraphs.stream().allMatch(each -> each.known().isPresent())) {
            pauses.succeeded();
        } else {
            pauses.failed();
        }
    }
}
