package io.asyncflow.user.token;

import io.asyncflow.service.WrongSetting;
import io.asyncflow.support.identity.IdentityProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TokenProperties.class, KeyProperties.class})
class TokenConfiguration {

    /** Primary as a key set, too: the issuer need not ask over the network what it knows. */
    @Bean
    @Primary
    IssuerKeys issuerKeys(
            TokenProperties properties,
            KeyProperties rotation,
            IdentityProperties identity,
            Environment environment,
            DatabaseClient database,
            Clock clock) {
        if (!properties.signingKey().isBlank()) {
            return new ConfiguredKeys(properties.signingKey(), properties.verificationKeys());
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new WrongSetting(
                    TokenProperties.SIGNING_KEY,
                    "must be set under profile production: an EC P-256 private key as a JWK");
        }
        var afterwards =
                properties.accessTokenLifetime().plus(identity.clockSkew()).plus(StoredKeys.KEPT);
        return new StoredKeys(database, rotation, afterwards, clock);
    }

    @Bean
    AccessTokenIssuer accessTokenIssuer(
            Signatures signatures, IdentityProperties identity, TokenProperties properties, Clock clock) {
        return new AccessTokenIssuer(signatures, identity, properties.accessTokenLifetime(), clock);
    }
}
