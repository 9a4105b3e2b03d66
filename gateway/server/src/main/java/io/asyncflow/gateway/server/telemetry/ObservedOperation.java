package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.engine.OperationListener;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One operation, from the request to the end of its answer, or of the last part of it. It is the answer, its subscriber
 * and its own place in the context all in one, because every operation passes here: it is subscribed to once.
 */
final class ObservedOperation extends Mono<Outcome>
        implements CoreSubscriber<Outcome>, Subscription, OperationListener {

    private static final AtomicIntegerFieldUpdater<ObservedOperation> OVER =
            AtomicIntegerFieldUpdater.newUpdater(ObservedOperation.class, "over");

    private final Watch watch;
    private final Transport transport;
    private final GraphQLService service;
    private final ClientRequest request;
    private final Caller caller;
    private final long started = System.nanoTime();

    private volatile @Nullable OperationType type;
    private volatile @Nullable String name;

    @SuppressWarnings("unused") // only the updater touches it
    private volatile int over;

    private @Nullable Span span;
    private List<SlowFetch> slowest = List.of();
    private volatile boolean streams;

    @SuppressWarnings("NullAway.Init") // these are set by subscribe, before anything else happens
    private CoreSubscriber<? super Outcome> actual;

    @SuppressWarnings("NullAway.Init")
    private Context context;

    @SuppressWarnings("NullAway.Init")
    private Subscription upstream;

    ObservedOperation(Watch watch, Transport transport, GraphQLService service, ClientRequest request, Caller caller) {
        this.watch = watch;
        this.transport = transport;
        this.service = service;
        this.request = request;
        this.caller = caller;
    }

    static @Nullable ObservedOperation in(ContextView context) {
        return context.getOrDefault(OperationListener.class, null) instanceof ObservedOperation operation
                ? operation
                : null;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Outcome> client) {
        actual = client;
        context = client.currentContext().put(OperationListener.class, this);
        Traces traces = watch.traces();
        if (traces != null) {
            span = traces.operation(caller, context);
        }
        service.answer(request, caller).subscribe(this);
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void known(OperationType known, @Nullable String called) {
        type = known;
        name = called;
        AccessEntry entry = context.getOrDefault(AccessEntry.class, null);
        if (entry != null) {
            entry.add(called);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        upstream.request(count);
    }

    @Override
    public void cancel() {
        upstream.cancel();
        if (!streams) {
            end(Ending.CANCELLED);
        }
    }

    @Override
    public void onNext(Outcome outcome) {
        switch (outcome) {
            case Outcome.Single single -> {
                end(Ending.of(single));
                actual.onNext(single);
            }
            case Outcome.Incremental(Flux<Outcome.Part> parts) -> {
                streams = true;
                actual.onNext(new Outcome.Incremental(parts.doFinally(this::end)));
            }
            case Outcome.Events(Flux<Json> responses) -> {
                streams = true;
                actual.onNext(new Outcome.Events(counted(responses)));
            }
        }
    }

    @Override
    public void onError(Throwable fault) {
        end(Ending.FAILED);
        actual.onError(fault);
    }

    @Override
    public void onComplete() {
        actual.onComplete();
    }

    /** The fetches that an event leads to belong to this operation too. */
    private Flux<Json> counted(Flux<Json> responses) {
        OperationMeters meters = watch.meters();
        Flux<Json> ours = responses.doFinally(this::end).contextWrite(of -> of.put(OperationListener.class, this));
        return meters == null
                ? ours
                : ours.doOnSubscribe(_ -> meters.subscribed()).doFinally(_ -> meters.unsubscribed());
    }

    /** How an operation ended that was answered in parts. */
    private void end(SignalType signal) {
        end(
                switch (signal) {
                    case ON_COMPLETE -> Ending.OK;
                    case CANCEL -> Ending.CANCELLED;
                    default -> Ending.FAILED;
                });
    }

    private void end(Ending ending) {
        if (!OVER.compareAndSet(this, 0, 1)) {
            return;
        }
        long nanos = System.nanoTime() - started;
        OperationMeters meters = watch.meters();
        if (meters != null) {
            meters.ended(transport, type, ending, nanos);
        }
        if (span != null) {
            Traces.end(span, type, name, ending);
        }
        SlowOperations slow = watch.slow();
        if (slow != null && slow.isSlow(nanos) && type != OperationType.SUBSCRIPTION) {
            slow.tell(new SlowOperations.Operation(request, name, ending, nanos, slowest(), context));
        }
    }

    @Nullable
    Span span() {
        return span;
    }

    /** Takes note of a fetch that might be why this takes long. */
    void fetched(String subgraph, int fetch, String outcome, long nanos) {
        SlowOperations slow = watch.slow();
        if (slow != null && slow.mayMatter(nanos)) {
            keep(new SlowFetch(subgraph, fetch, outcome, nanos));
        }
    }

    private synchronized void keep(SlowFetch fetch) {
        slowest = SlowFetch.slowest(slowest, fetch);
    }

    private synchronized List<SlowFetch> slowest() {
        return slowest;
    }
}
