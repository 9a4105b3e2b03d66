package io.asyncflow.user.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail gets to its readers.
 *
 * @param delivery what happens to mail
 * @param sender the address that it comes from
 * @param shop the storefront, which the links in it lead to
 * @param poll how often is looked for letters
 * @param mostPerHour how many letters of one kind an address gets in an hour; those beyond are dropped, but for
 *     warnings, or wait, if their reader has asked for them
 * @param smtp the server that takes it
 */
@Validated
@ConfigurationProperties("asyncflow.user.mail")
public record MailProperties(
        @NotNull @DefaultValue("off") Delivery delivery,
        @NotBlank @Email @DefaultValue("shop@example.com") String sender,
        @NotNull @DefaultValue("http://localhost:3000") URI shop,

        @NotNull @DurationMin(millis = 10) @DefaultValue("1s")
        Duration poll,

        @Min(1) @Max(1000) @DefaultValue("10") int mostPerHour,
        @NotNull @Valid @DefaultValue Smtp smtp) {

    static final String DELIVERY = "asyncflow.user.mail.delivery";
    static final String HOST = "asyncflow.user.mail.smtp.host";

    /** What happens to mail. */
    public enum Delivery {
        /** It waits until it is useless. */
        OFF,
        /** It is shown to whoever opens {@code /mail}: for development. */
        OUTBOX,
        /** It is sent. */
        SMTP
    }

    /** How the way to the server is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * The server that takes mail.
     *
     * @param username none to go without
     * @param timeout how long connecting and each answer may take
     */
    public record Smtp(
            @DefaultValue("") String host,
            @Min(1) @Max(65_535) @DefaultValue("587") int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @NotNull @DefaultValue("STARTTLS") Security security,

            @NotNull @DurationMin(seconds = 1) @DefaultValue("10s")
            Duration timeout) {

        /** Connecting, TLS and STARTTLS, two greetings, signing in, and the letter itself, with some to spare. */
        private static final int STEPS = 24;

        /** How long the server may take for one letter when it takes the timeout for each step. */
        public Duration longest() {
            return timeout.multipliedBy(STEPS);
        }

        /** The password is a secret. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", " + security + "]";
        }
    }
}
