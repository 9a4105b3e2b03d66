package io.asyncflow.user.token.http;

import io.asyncflow.support.identity.KeySet;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Publishes the keys that access tokens are verified with (RFC 7517). */
@Configuration(proxyBeanMethods = false)
class PublicKeys {

    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");
    private static final CacheControl CACHEABLE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @Bean
    RouterFunction<ServerResponse> publicKeyRoute(KeySet keys) {
        return RouterFunctions.route()
                .GET(
                        "/.well-known/jwks.json",
                        _ -> keys.current()
                                .flatMap(known -> ServerResponse.ok()
                                        .contentType(JWK_SET)
                                        .cacheControl(CACHEABLE)
                                        .bodyValue(known.toString(true))))
                .build();
    }
}
