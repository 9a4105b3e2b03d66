package io.asyncflow.support.events.kafka;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.Trouble;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import reactor.util.retry.Retry.RetrySignal;

/** A partition of ours: the batch that is being taken, and what came behind it. Belongs to the polling thread. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final TopicPartition partition;
    private final Function<List<Event>, Mono<Void>> take;
    private final Bell bell;
    private final Trouble trouble;
    private final Queue<ConsumerRecord<String, String>> waiting = new ArrayDeque<>();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private Disposable inHand = Disposables.disposed();
    private CountDownLatch free = new CountDownLatch(0);
    private long committed;

    /** The place behind what was taken; written by whoever took. */
    private volatile @Nullable OffsetAndMetadata taken;

    private boolean stopping;

    Lane(TopicPartition partition, Function<List<Event>, Mono<Void>> take, Bell bell) {
        this.partition = partition;
        this.take = take;
        this.bell = bell;
        this.trouble = new Trouble(LOG, "Events of " + partition + " cannot be taken");
    }

    TopicPartition partition() {
        return partition;
    }

    void receive(List<ConsumerRecord<String, String>> records) {
        waiting.addAll(records);
    }

    /** Whether it has enough to do without fetching more. */
    boolean isFull() {
        return !waiting.isEmpty();
    }

    void advance() {
        if (stopping || waiting.isEmpty() || free.getCount() > 0) {
            return;
        }
        var batch = Stream.generate(waiting::remove)
                .limit(Math.min(waiting.size(), Bus.BATCH))
                .toList();
        begin(batch.stream().flatMap(record -> Records.event(record).stream()).toList(), behind(batch.getLast()));
    }

    /** With the leader's epoch, from which the next owner learns when a new leader does not have these records. */
    private static OffsetAndMetadata behind(ConsumerRecord<?, ?> record) {
        return new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), "");
    }

    private void begin(List<Event> events, OffsetAndMetadata next) {
        var ended = new CountDownLatch(1);
        free = ended;
        inHand = Mono.defer(() -> events.isEmpty() ? Mono.empty() : take.apply(events))
                .subscribeOn(Schedulers.parallel())
                .retryWhen(Retry.from(failures -> failures.concatMap(this::pause)))
                .doOnSuccess(_ -> {
                    taken = next;
                    trouble.over();
                })
                .onErrorComplete()
                .doFinally(_ -> {
                    ended.countDown();
                    bell.ring();
                })
                .subscribe();
    }

    /** The same events again, unless the partition goes to somebody else meanwhile. */
    private Mono<Long> pause(RetrySignal failed) {
        trouble.is(failed.failure());
        long doubled = FIRST_PAUSE.toMillis() << Math.min(failed.totalRetries(), 10);
        return Mono.firstWithSignal(
                Mono.delay(Duration.ofMillis(Math.min(doubled, LONGEST_PAUSE.toMillis()))),
                stop.asMono().then(Mono.error(failed.failure())));
    }

    /** What was taken and not committed. */
    Optional<OffsetAndMetadata> taken() {
        return Optional.ofNullable(taken).filter(place -> place.offset() > committed);
    }

    void committed(long offset) {
        committed = offset;
    }

    /** Takes nothing more; what fails now does not come again. */
    void stop() {
        stopping = true;
        stop.tryEmitEmpty();
    }

    void awaitStop(Duration patience) {
        try {
            if (!free.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Did not wait for events of {} to be taken: they go to another member", partition);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    void drop() {
        stop();
        inHand.dispose();
    }
}
