package io.asyncflow.user.mail;

import io.asyncflow.service.WrongSetting;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.user.mail.MailProperties.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    MailConfiguration(MailProperties properties, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            requireProductive(properties.delivery());
        }
        if (properties.delivery() == Delivery.SMTP && properties.smtp().host().isBlank()) {
            throw new WrongSetting(MailProperties.HOST, "must name the server that takes the mail");
        }
    }

    private static void requireProductive(Delivery delivery) {
        if (delivery == Delivery.OUTBOX) {
            throw new WrongSetting(
                    MailProperties.DELIVERY,
                    "must not be outbox under profile production: everybody could read everybody's mail");
        }
        if (delivery == Delivery.OFF) {
            LOG.warn(
                    "No mail is sent, so nobody can open an account or reset a password: set {}=smtp",
                    MailProperties.DELIVERY);
        }
    }

    @Bean
    SmartLifecycle postOffice(
            Letters letters,
            LetterWriter writer,
            ObjectProvider<Mailbox> mailbox,
            RateLimits limits,
            MailProperties properties,
            MeterRegistry metrics) {
        return new PostOffice(letters, writer, mailbox.getIfAvailable(ShutMailbox::new), limits, properties, metrics);
    }
}
