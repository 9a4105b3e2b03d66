package io.asyncflow.support.events;

import io.asyncflow.support.events.kafka.KafkaBusConfiguration;
import io.asyncflow.support.events.redis.RedisBusConfiguration;
import io.asyncflow.support.redis.RedisConfiguration;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A service's end of a bus, put together as in services, and nothing else of it. */
final class BusConnection implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @Import({RedisConfiguration.class, RedisBusConfiguration.class, KafkaBusConfiguration.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ConfigurableApplicationContext context;

    private BusConnection(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static BusConnection open(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>();
        // Connected to when first needed: never, where another bus is chosen.
        all.put("asyncflow.redis.url", "redis://nowhere");
        all.putAll(settings);
        all.put("logging.level.org.apache.kafka", "warn");
        all.put("spring.main.banner-mode", "off");
        all.put("spring.main.log-startup-info", "false");
        return new BusConnection(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(all)
                .run());
    }

    Bus bus() {
        return context.getBean(Bus.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
