package io.asyncflow.support.redis;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Redis is.
 *
 * @param url {@code redis://[:password@]host:port[/database]}, or {@code rediss://} over TLS
 * @param timeout how long a command may take
 */
@Validated
@ConfigurationProperties("asyncflow.redis")
public record RedisProperties(
        @NotNull URI url, @NotNull @DefaultValue("500ms") Duration timeout) {}
