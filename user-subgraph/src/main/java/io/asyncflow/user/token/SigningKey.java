package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.ECKey;
import reactor.core.publisher.Mono;

/** The private key that access tokens are signed with; the same in all replicas, and after a restart. */
public interface SigningKey {

    Mono<ECKey> get();
}
