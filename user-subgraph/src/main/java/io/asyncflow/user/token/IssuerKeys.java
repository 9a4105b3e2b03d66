package io.asyncflow.user.token;

import io.asyncflow.support.identity.KeySet;
import reactor.core.publisher.Mono;

/** The key that signs, and the public halves of all that a good token may be signed with. */
public interface IssuerKeys extends SigningKey, KeySet {

    /** Believes nothing any more that the key has signed; another one signs at once. */
    Mono<Withdrawal> revoke(String kid);
}
