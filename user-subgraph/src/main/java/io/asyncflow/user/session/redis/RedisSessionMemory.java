package io.asyncflow.user.session.redis;

import io.asyncflow.support.identity.SessionId;
import io.asyncflow.support.redis.Redis;
import io.asyncflow.user.session.SessionMemory;
import io.asyncflow.user.session.SessionProperties;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A key per session that somebody asked for. A session that has ended stays so, therefore its end is written down
 * instead of being forgotten: who has read in the database just before that it was open comes too late to say so here,
 * because that is written only where nothing stands. The end is kept for longer than such a reader can be under way, and
 * than any access token lives.
 */
@Component
class RedisSessionMemory implements SessionMemory {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSessionMemory.class);
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final Duration END_KEPT = Duration.ofHours(2);
    private static final int PIPELINED = 64;

    private final Redis redis;
    private final Duration remembered;

    RedisSessionMemory(Redis redis, SessionProperties properties) {
        this.redis = redis;
        this.remembered = properties.remembered();
    }

    @Override
    public Mono<Boolean> recall(SessionId session) {
        return attempted(commands -> commands.get(key(session))).map(OPEN::equals);
    }

    @Override
    public Mono<Void> open(SessionId session) {
        return attempted(commands ->
                        commands.set(key(session), OPEN, SetArgs.Builder.nx().px(remembered)))
                .then();
    }

    @Override
    public Mono<Void> closed(Collection<SessionId> sessions) {
        return attempted(commands -> Flux.fromIterable(sessions)
                        .flatMap(session -> commands.set(key(session), CLOSED, SetArgs.Builder.px(END_KEPT)), PIPELINED)
                        .then(Mono.<String>empty()))
                .then();
    }

    private <T> Mono<T> attempted(Function<RedisReactiveCommands<String, String>, Mono<T>> use) {
        return redis.commands().flatMap(use).onErrorResume(failure -> {
            LOG.debug("Going on without Redis: {}", failure.toString());
            return Mono.empty();
        });
    }

    private static String key(SessionId session) {
        return "user:" + session;
    }
}
