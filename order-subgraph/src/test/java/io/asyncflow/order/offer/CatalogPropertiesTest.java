package io.asyncflow.order.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CatalogPropertiesTest {

    @EnableConfigurationProperties(CatalogProperties.class)
    private static class Settings {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("asyncflow.order.catalog.url=http://localhost:4001/graphql");

    @Test
    void needsNothingButTheUrl() {
        service.run(context ->
                assertThat(context.getBean(CatalogProperties.class).poll()).isEqualTo(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=",
                "url=::",
                "timeout=0",
                "timeout=-1s",
                "timeout=soon",
                "max-response=many",
                "max-response=0",
                "max-response=3GB",
                "poll=0s",
                "first-poll=-5s",
                "patience=1ms",
                "full-read=10ms"
            })
    void stopsTheStartAndNamesTheWrongSetting(String setting) {
        String name = setting.substring(0, setting.indexOf('='));
        String field = name.replace("full-read", "fullRead")
                .replace("first-poll", "firstPoll")
                .replace("max-response", "maxResponse");

        service.withPropertyValues("asyncflow.order.catalog." + setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .satisfies(failure -> assertThat(messages(failure))
                                .contains("asyncflow.order.catalog")
                                .containsAnyOf(name, field)));
    }

    private static String messages(Throwable failure) {
        return failure + (failure.getCause() == null ? "" : "\n" + messages(failure.getCause()));
    }
}
