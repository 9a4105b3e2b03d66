package io.asyncflow.support.events.kafka;

import io.asyncflow.support.events.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A member of a group: a thread that polls all the time, also while events are being taken, so that the brokers know that
 * it lives. What ends its consumer but is not the end of the membership makes it join anew.
 */
final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration LEAVING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(1);

    private final String group;
    private final Set<String> names;
    private final Topics topics;
    private final Clients clients;
    private final Function<List<Event>, Mono<Void>> take;
    private final Thread thread;
    private final Sinks.Empty<Void> over = Sinks.empty();
    private final Bell bell = new Bell();
    private final CountDownLatch leaving = new CountDownLatch(1);

    Membership(
            String group, Set<String> names, Topics topics, Clients clients, Function<List<Event>, Mono<Void>> take) {
        this.group = group;
        this.names = names;
        this.topics = topics;
        this.clients = clients;
        this.take = take;
        this.thread = Thread.ofPlatform().daemon().name("kafka-" + group).unstarted(this::work);
    }

    /** Completes when it has left. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            thread.start();
            return over.asMono();
        });
    }

    /** Returns at once; the thread waits for what is in hand. */
    void leave() {
        leaving.countDown();
        bell.ring();
    }

    /** Leaves, and returns when it has left. */
    void end() {
        leave();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    boolean ended() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    private void work() {
        try {
            while (leaving.getCount() > 0) {
                try {
                    topics.present(names).toFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                    join();
                } catch (ExecutionException | TimeoutException | RuntimeException failure) {
                    LOG.warn("{} joins anew after {}", group, failure.toString());
                    leaving.await(BEFORE_ANEW.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            over.tryEmitEmpty();
        } catch (InterruptedException | InterruptException interrupted) {
            over.tryEmitError(interrupted);
        } catch (Error error) {
            over.tryEmitError(error);
            throw error;
        }
    }

    private void join() {
        var consumer = clients.consumer(group);
        var lanes = new Lanes(consumer, take, bell);
        try {
            consumer.subscribe(names, lanes);
            for (bell.hush(); leaving.getCount() > 0; bell.hush()) {
                lanes.advance();
                lanes.receive(bell.listen(consumer));
            }
            lanes.letGo();
        } finally {
            lanes.drop();
            consumer.close(CloseOptions.timeout(LEAVING));
        }
    }
}
