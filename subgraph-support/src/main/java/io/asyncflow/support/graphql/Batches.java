package io.asyncflow.support.graphql;

import com.netflix.graphql.dgs.context.DgsContext;
import com.netflix.graphql.dgs.context.ReactiveDgsContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Carries a reactive query into a data loader, which speaks futures, without losing the request's context. */
public final class Batches {

    private Batches() {}

    public static <K, V> CompletionStage<Map<K, V>> load(BatchLoaderEnvironment environment, Mono<Map<K, V>> query) {
        return query.contextWrite(context(environment)).toFuture().thenApply(Objects::requireNonNull);
    }

    private static ContextView context(BatchLoaderEnvironment environment) {
        return DgsContext.from(environment) instanceof ReactiveDgsContext reactive
                        && reactive.getReactorContext() != null
                ? reactive.getReactorContext()
                : Context.empty();
    }
}
