package io.asyncflow.user.role;

import io.asyncflow.support.errors.Forbidden;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.Viewer;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Lets those in who work for the shop. */
public final class Staff {

    private Staff() {}

    /** The viewer if one of the roles is theirs, or {@link Forbidden}. */
    public static Mono<Viewer.SignedIn> only(Role... roles) {
        return Viewer.signedIn()
                .filter(viewer -> Stream.of(roles).anyMatch(viewer::has))
                .switchIfEmpty(Mono.error(() -> new Forbidden("This is for those who run the shop")));
    }

    public static Mono<Viewer.SignedIn> administrator() {
        return only(Role.ADMIN);
    }
}
