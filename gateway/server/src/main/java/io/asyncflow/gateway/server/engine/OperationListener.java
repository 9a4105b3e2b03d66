package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.language.OperationType;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Gets to know what an operation is; found under this class in the context of whoever waits for the answer. */
public interface OperationListener {

    void known(OperationType type, @Nullable String name);

    /** Tells whoever subscribes, and else leaves the answer as it is. */
    static <T> Mono<T> tell(OperationType type, @Nullable String name, Mono<T> answer) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                OperationListener listener = actual.currentContext().getOrDefault(OperationListener.class, null);
                if (listener != null) {
                    listener.known(type, name);
                }
                answer.subscribe(actual);
            }
        };
    }
}
