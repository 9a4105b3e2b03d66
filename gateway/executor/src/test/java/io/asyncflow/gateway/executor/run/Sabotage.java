package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Subgraphs of which some answers do not come, or not as they should; in any order. What is done follows from a seed. */
final class Sabotage implements SubgraphClient {

    private final SubgraphClient sound;
    private final Random random;
    private final Damage damage;
    private final int percent;
    private final List<Runnable> held = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> subgraphs = new HashSet<>();
    private int silent;
    private boolean lies;
    private @Nullable Violation violation;

    Sabotage(SubgraphClient sound, long seed, int percent) {
        this.sound = sound;
        this.random = new Random(seed);
        this.damage = new Damage(random);
        this.percent = percent;
    }

    /** Whether something that was wrong could not be told from what is right. */
    boolean lies() {
        return lies;
    }

    /** The subgraphs whose answers were damaged. */
    Set<String> subgraphs() {
        return subgraphs;
    }

    /** How many requests will never be answered, and have not been given up. */
    int silent() {
        return silent;
    }

    List<String> done() {
        return done;
    }

    @Nullable
    Violation violation() {
        return violation;
    }

    /** Lets one of the answers come; false where none is held. */
    boolean release() {
        if (held.isEmpty()) {
            return false;
        }
        held.remove(random.nextInt(held.size())).run();
        return true;
    }

    @Override
    public Mono<Json> send(SubgraphRequest request) {
        boolean harmed = random.nextInt(100) < percent;
        if (harmed) {
            subgraphs.add(request.graph().name());
        }
        return switch (harmed ? random.nextInt(12) : -1) {
            case 0 -> failing(request, new SubgraphException("SUBGRAPH_TIMEOUT", "Too slow"));
            case 1 -> failing(request, new IllegalStateException("a bug"));
            case 2 -> {
                note(request, "nothing");
                yield Mono.empty();
            }
            case 3 -> {
                note(request, "throws");
                throw new IllegalStateException("a bug");
            }
            case 4 ->
                Mono.create(sink -> {
                    note(request, "silence");
                    silent++;
                    sink.onCancel(() -> silent--);
                });
            case -1 -> later(request, false);
            default -> later(request, true);
        };
    }

    @Override
    public Flux<Json> subscribe(SubgraphRequest request) {
        return Flux.just(answer(request, random.nextInt(100) < percent));
    }

    private Mono<Json> failing(SubgraphRequest request, RuntimeException failure) {
        note(request, failure.toString());
        return Mono.create(sink -> held.add(() -> sink.error(failure)));
    }

    private Mono<Json> later(SubgraphRequest request, boolean harmed) {
        if (random.nextInt(4) == 0) {
            return Mono.fromSupplier(() -> answer(request, harmed));
        }
        return Mono.create(sink -> held.add(() -> answer(request, harmed, sink)));
    }

    private void answer(SubgraphRequest request, boolean harmed, MonoSink<Json> sink) {
        try {
            sink.success(answer(request, harmed));
        } catch (SubgraphException refusal) {
            sink.error(refusal);
        }
    }

    private Json answer(SubgraphRequest request, boolean harmed) {
        Json whole = whole(request);
        if (!harmed) {
            return whole;
        }
        subgraphs.add(request.graph().name());
        Damage.Done damaged = damage.to(read(whole));
        lies |= damaged.isLie();
        note(request, damaged.name() + " " + damaged.body());
        return damaged.body();
    }

    private static Map<?, ?> read(Json whole) {
        return Objects.requireNonNull((Map<?, ?>) ((Map<?, ?>) ProgramRunner.read(whole)).get("data"));
    }

    /** A subgraph refuses what is not valid; that it was asked so is a fault only where it has told no lies. */
    private Json whole(SubgraphRequest request) {
        try {
            return Objects.requireNonNull(sound.send(request).block(ProgramRunner.PATIENCE));
        } catch (Violation wrong) {
            if (!lies) {
                violation = wrong;
            }
            subgraphs.add(request.graph().name());
            note(request, "refusal");
            throw new SubgraphException("REFUSED", "Not valid");
        }
    }

    private void note(SubgraphRequest request, String what) {
        done.add("fetch " + request.fetch() + " to " + request.graph().name() + ": " + what);
    }
}
