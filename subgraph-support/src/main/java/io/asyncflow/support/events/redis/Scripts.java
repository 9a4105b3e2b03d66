package io.asyncflow.support.events.redis;

import io.asyncflow.support.redis.Redis;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Commands of ours that Redis runs in one piece. */
final class Scripts {

    /** A script, known to Redis by its digest once it has run. */
    enum Script {
        PUBLISH(ScriptOutputType.STATUS),
        BEAT(ScriptOutputType.INTEGER),
        ACQUIRE(ScriptOutputType.INTEGER),
        RENEW(ScriptOutputType.INTEGER),
        READ(ScriptOutputType.MULTI),
        RELEASE(ScriptOutputType.INTEGER),
        LAG(ScriptOutputType.INTEGER);

        private final ScriptOutputType output;
        private final String text;

        Script(ScriptOutputType output) {
            this.output = output;
            this.text = source(name().toLowerCase(java.util.Locale.ROOT) + ".lua");
        }
    }

    private final Redis redis;

    Scripts(Redis redis) {
        this.redis = redis;
    }

    <T> Flux<T> run(Script script, String[] keys, String... arguments) {
        return redis.commands().flatMapMany(commands -> run(commands, script, keys, arguments));
    }

    Mono<Void> acknowledge(String stream, String group, String[] ids) {
        return redis.commands()
                .flatMap(commands -> commands.xack(stream, group, ids))
                .then();
    }

    Mono<Void> remove(String sortedSet, String member) {
        return redis.commands()
                .flatMap(commands -> commands.zrem(sortedSet, member))
                .then();
    }

    private static <T> Flux<T> run(
            RedisReactiveCommands<String, String> commands, Script script, String[] keys, String[] arguments) {
        return commands.<T>evalsha(commands.digest(script.text), script.output, keys, arguments)
                .onErrorResume(
                        RedisNoScriptException.class,
                        _ -> commands.<T>eval(script.text, script.output, keys, arguments));
    }

    private static String source(String file) {
        try (var script = Objects.requireNonNull(Scripts.class.getResourceAsStream(file))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
