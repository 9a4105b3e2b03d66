package io.asyncflow.allinone.deploy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The configuration that a service would see: its files, read as Spring Boot reads them, under given variables. */
final class Surroundings {

    private Surroundings() {}

    static ConfigurableEnvironment of(String service, Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
        sources.addLast(new MapPropertySource(
                "service", Map.of("spring.config.name", service, "spring.application.name", service)));
        ConfigurationPropertySources.attach(environment);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
