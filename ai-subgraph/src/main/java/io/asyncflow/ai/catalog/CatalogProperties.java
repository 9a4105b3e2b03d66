package io.asyncflow.ai.catalog;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the catalogue's graph is, and how we follow it.
 *
 * @param url its {@code /graphql}
 * @param timeout how long one attempt to read a page may take
 * @param maxResponse the largest page that is read
 * @param pollInterval the pause between two rounds
 * @param firstInterval the pause until the first round succeeds
 * @param sweepInterval how often the whole list is read, to find out what is gone from it
 * @param overlap longer than a transaction of the catalogue takes, and than the clocks differ
 */
@Validated
@ConfigurationProperties("asyncflow.ai.catalog")
record CatalogProperties(
        @NotNull URI url,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5s")
        Duration timeout,

        @NotNull @DefaultValue("16MB") DataSize maxResponse,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5s")
        Duration pollInterval,

        @NotNull @DurationMin(millis = 1) @DefaultValue("500ms")
        Duration firstInterval,

        @NotNull @DurationMin(millis = 1) @DefaultValue("1h")
        Duration sweepInterval,

        @NotNull @DurationMin @DefaultValue("1m") Duration overlap) {

    CatalogProperties {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("asyncflow.ai.catalog.url must be an http or https address: " + url);
        }
    }
}
