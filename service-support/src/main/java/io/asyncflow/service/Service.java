package io.asyncflow.service;

import org.slf4j.MDC;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Hooks;

/**
 * One service of the system: a Spring application that reads {@code <name>.yml} and stands alone on its port, whether
 * it has its process for itself or shares it with the others.
 */
public record Service(String name, Class<?> application) {

    /** Runs in a process of its own: a signal to the process closes it. */
    public ConfigurableApplicationContext run(String... arguments) {
        return start(true, arguments);
    }

    /** Runs beside others in this process: whoever starts it also closes it. */
    public ConfigurableApplicationContext runBesideOthers(String... arguments) {
        return start(false, arguments);
    }

    private ConfigurableApplicationContext start(boolean closeOnSignal, String... arguments) {
        // Spring's own set-up of the logging system is global to the JVM; ours (service.logging) is done once.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        RequestContext.registerWithLogs();
        Hooks.enableAutomaticContextPropagation();
        MDC.put(RequestContext.SERVICE, name);
        try {
            return new SpringApplicationBuilder(application)
                    .web(WebApplicationType.REACTIVE)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(closeOnSignal)
                    .properties("spring.config.name=" + name, "spring.application.name=" + name)
                    .run(arguments);
        } finally {
            MDC.remove(RequestContext.SERVICE);
        }
    }
}
