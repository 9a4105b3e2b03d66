package io.asyncflow.user.account.graphql;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.User;
import reactor.core.publisher.Mono;

/** Keeps what is its owner's business from everybody else, whichever way they came to the account. */
public final class Owner {

    private Owner() {}

    /** The account that a field is asked of, if it is the viewer's own. */
    public static Mono<User> of(DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        return viewer(environment)
                .filter(viewer -> viewer.userId().filter(user.id()::equals).isPresent())
                .map(_ -> user);
    }

    /** Who has just signed in by this very mutation is its answer's viewer already. */
    private static Mono<Viewer> viewer(DgsDataFetchingEnvironment environment) {
        return environment.getLocalContext() instanceof Viewer justSignedIn
                ? Mono.just(justSignedIn)
                : Viewer.current();
    }
}
