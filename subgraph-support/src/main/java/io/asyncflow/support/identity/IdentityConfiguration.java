package io.asyncflow.support.identity;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
public class IdentityConfiguration {

    /** The issuer itself brings a primary one: it need not ask over the network what it knows. */
    @Bean
    KeySet configuredKeySet(IdentityProperties properties, WebClient.Builder http, Clock clock) {
        String jwks = properties.jwks().strip();
        return jwks.startsWith("http:") || jwks.startsWith("https:")
                ? new PublishedKeySet(
                        http.build(), URI.create(jwks), clock, properties.refreshAfter(), properties.keepKeysFor())
                : new FixedKeySet(jwks);
    }

    @Bean
    AccessTokens accessTokens(
            KeySet keys, IdentityProperties properties, Clock clock, ObjectProvider<SessionCheck> sessions) {
        return new AccessTokens(keys, properties, clock, sessions.getIfAvailable(() -> _ -> Mono.just(true)));
    }

    @Bean
    IdentityFilter identityFilter(AccessTokens tokens) {
        return new IdentityFilter(tokens);
    }
}
