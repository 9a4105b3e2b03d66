package io.asyncflow.user.token;

import io.asyncflow.service.WrongSetting;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.support.identity.KeySet;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class TokenConfiguration {

    @Bean
    SigningKey signingKey(TokenProperties properties, Environment environment, DatabaseClient database, Clock clock) {
        if (!properties.signingKey().isBlank()) {
            return new ConfiguredSigningKey(properties.signingKey());
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new WrongSetting(
                    TokenProperties.SIGNING_KEY,
                    "must be set under profile production: an EC P-256 private key as a JWK");
        }
        return new StoredSigningKey(database, clock);
    }

    @Bean
    @Primary
    KeySet issuedKeySet(SigningKey signingKey) {
        return new IssuedKeySet(signingKey);
    }

    @Bean
    AccessTokenIssuer accessTokenIssuer(
            SigningKey signingKey, IdentityProperties identity, TokenProperties properties, Clock clock) {
        return new AccessTokenIssuer(signingKey, identity, properties.accessTokenLifetime(), clock);
    }
}
