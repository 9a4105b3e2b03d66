package io.asyncflow.user.account;

import io.asyncflow.service.WrongSetting;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {

    @Bean
    DemoHealthIndicator demoHealthIndicator(DemoProperties properties, DemoAccounts demo, Environment environment) {
        if (!properties.demoData()) {
            return new DemoHealthIndicator(Mono.empty());
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new WrongSetting(
                    DemoProperties.DEMO_DATA,
                    "must not be true under profile production: everybody knows the demo accounts' password");
        }
        return new DemoHealthIndicator(demo.openInAnEmptyShop());
    }
}
