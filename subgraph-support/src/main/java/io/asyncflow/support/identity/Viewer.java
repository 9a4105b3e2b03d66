package io.asyncflow.support.identity;

import io.asyncflow.support.errors.Forbidden;
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

    /**
     * A program that acts for itself or, with no more than the scopes that an account's owner has consented to, for that
     * account. It is not the account: whoever asks for {@link #signedIn} or a {@link #userId} does not find it.
     *
     * @param user on whose behalf; null when it acts for itself
     * @param session the session that the owner has opened to it, null when it acts for itself
     */
    record Client(
            String id,
            @Nullable UserId user,
            Set<String> scopes,
            @Nullable SessionId session) implements Viewer {
        public Client {
            scopes = Set.copyOf(scopes);
        }
    }

    static Viewer from(ContextView context) {
        return context.<Viewer>getOrEmpty(Viewer.class).orElse(ANONYMOUS);
    }

    /** Whoever asks on this reactive path. */
    static Mono<Viewer> current() {
        return Mono.deferContextual(context -> Mono.just(from(context)));
    }

    /** The signed-in account on this reactive path, or {@link Unauthenticated}, or {@link Forbidden} for a client. */
    static Mono<SignedIn> signedIn() {
        return current().map(viewer -> switch (viewer) {
            case SignedIn account -> account;
            case Client _ -> throw new Forbidden("This needs an account's own access token, not a client's");
            case Anonymous _ -> throw new Unauthenticated("Sign in first: this needs an access token");
        });
    }

    default Optional<UserId> userId() {
        return switch (this) {
            case SignedIn account -> Optional.of(account.id());
            case Client _, Anonymous _ -> Optional.empty();
        };
    }

    /** The session that the token belongs to, null when it belongs to none. */
    default @Nullable SessionId session() {
        return null;
    }

    default boolean has(Role role) {
        return this instanceof SignedIn account && account.roles().contains(role);
    }
}
