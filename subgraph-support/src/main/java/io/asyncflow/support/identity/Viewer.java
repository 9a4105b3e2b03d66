package io.asyncflow.support.identity;

import io.asyncflow.support.errors.Unauthenticated;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Who is asking. */
public sealed interface Viewer {

    Viewer ANONYMOUS = new Anonymous();

    /** Nobody that we know. */
    record Anonymous() implements Viewer {}

    /**
     * The holder of a valid access token.
     *
     * @param session the session that the token belongs to, null when it belongs to none
     */
    record SignedIn(
            UserId id,
            Set<Role> roles,
            Set<String> scopes,
            @Nullable SessionId session) implements Viewer {
        public SignedIn {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        public SignedIn(UserId id, Set<Role> roles, Set<String> scopes) {
            this(id, roles, scopes, null);
        }
    }

    static Viewer from(ContextView context) {
        return context.<Viewer>getOrEmpty(Viewer.class).orElse(ANONYMOUS);
    }

    /** Whoever asks on this reactive path. */
    static Mono<Viewer> current() {
        return Mono.deferContextual(context -> Mono.just(from(context)));
    }

    /** The signed-in account on this reactive path, or {@link Unauthenticated}. */
    static Mono<SignedIn> signedIn() {
        return current().map(viewer -> switch (viewer) {
            case SignedIn account -> account;
            case Anonymous _ -> throw new Unauthenticated("Sign in first: this needs an access token");
        });
    }

    default Optional<UserId> userId() {
        return switch (this) {
            case SignedIn account -> Optional.of(account.id());
            case Anonymous _ -> Optional.empty();
        };
    }

    default boolean has(Role role) {
        return this instanceof SignedIn account && account.roles().contains(role);
    }
}
