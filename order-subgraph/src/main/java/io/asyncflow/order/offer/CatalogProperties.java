package io.asyncflow.order.offer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How to follow the catalogue.
 *
 * @param url the catalogue's {@code /graphql}
 * @param timeout how long one attempt to read a page may take
 * @param maxResponse the largest page that is read
 * @param poll how often to ask for what changed
 * @param firstPoll how often to ask until the catalogue answers for the first time
 * @param patience how long a buyer waits for an unknown variant to be asked for
 * @param fullRead how often to read everything
 */
@Validated
@ConfigurationProperties("asyncflow.order.catalog")
public record CatalogProperties(
        @NotNull URI url,

        @NotNull @DurationMin(millis = 10) @DefaultValue("3s")
        Duration timeout,

        @NotNull @DefaultValue("8MB") DataSize maxResponse,

        @NotNull @DurationMin(millis = 10) @DefaultValue("5s")
        Duration poll,

        @NotNull @DurationMin(millis = 10) @DefaultValue("1s")
        Duration firstPoll,

        @NotNull @DurationMin(millis = 10) @DefaultValue("3s")
        Duration patience,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("1h")
        Duration fullRead) {

    @AssertTrue(message = "max-response must be between 1KB and 1GB")
    boolean isMaxResponseInRange() {
        return maxResponse.compareTo(DataSize.ofKilobytes(1)) >= 0
                && maxResponse.compareTo(DataSize.ofGigabytes(1)) <= 0;
    }
}
