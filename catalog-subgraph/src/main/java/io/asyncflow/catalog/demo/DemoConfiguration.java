package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.CatalogProperties;
import io.asyncflow.service.WrongSetting;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class DemoConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("asyncflow.catalog.demo-data")
    Callback demoData(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new WrongSetting("asyncflow.catalog.demo-data", "must not be true under the profile production");
        }
        return new DemoData();
    }
}
