package io.asyncflow.user.mail;

import io.asyncflow.service.WrongSetting;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.user.mail.MailProperties.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
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

    MailConfiguration(MailProperties properties, Environment environment) {
        if (properties.delivery() != Delivery.SMTP && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new WrongSetting(
                    MailProperties.DELIVERY,
                    "must be smtp under profile production: accounts are opened, and passwords reset, by mail");
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
