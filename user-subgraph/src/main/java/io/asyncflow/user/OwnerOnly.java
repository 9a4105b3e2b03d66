package io.asyncflow.user;

import graphql.schema.DataFetchingEnvironment;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import java.util.Arrays;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Keeps what belongs to an account from everybody else, whichever way they came to the account. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** What the owner sees, and who has one of the roles; empty for others. */
    public static <T> Mono<T> show(
            UserId owner, DataFetchingEnvironment environment, Function<UserId, Mono<T>> owned, Role... roles) {
        return viewer(environment)
                .filter(viewer -> viewer.userId().filter(owner::equals).isPresent()
                        || Arrays.stream(roles).anyMatch(viewer::has))
                .flatMap(_ -> owned.apply(owner));
    }

    /** Who has just signed in sees the answer as the owner of the account already. */
    private static Mono<Viewer> viewer(DataFetchingEnvironment environment) {
        return environment.getLocalContext() instanceof Viewer justSignedIn
                ? Mono.just(justSignedIn)
                : Viewer.current();
    }
}
