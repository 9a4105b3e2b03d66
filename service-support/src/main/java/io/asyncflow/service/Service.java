package io.asyncflow.service;

import java.util.List;
import org.slf4j.MDC;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Hooks;

/**
 * One service of the system: a Spring application that reads {@code <name>.yml} and stands alone on its port, whether
 * it has its process for itself or shares it with the others.
 */
public record Service(
        String name, Class<?> application, LogContext logContext, List<ApplicationContextInitializer<?>> initializers) {

    /** How log lines on a reactive path come by the request's ids. */
    public enum LogContext {
        /** Every operator hands them on, whichever thread it runs on: nothing to think of, and some cost each time. */
        EVERYWHERE,
        /** Whoever logs sees to it: for a service in whose requests every operator counts. */
        WHERE_NEEDED
    }

    public Service {
        initializers = List.copyOf(initializers);
    }

    public Service(String name, Class<?> application) {
        this(name, application, LogContext.EVERYWHERE, List.of());
    }

    /** The same with something that its context gets before it starts. */
    public Service with(ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
        return new Service(name, application, logContext, List.of(initializer));
    }

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
        if (logContext == LogContext.EVERYWHERE) {
            Hooks.enableAutomaticContextPropagation();
        }
        MDC.put(RequestContext.SERVICE, name);
        try {
            return new SpringApplicationBuilder(application)
                    .web(WebApplicationType.REACTIVE)
                    .bannerMode(Banner.Mode.OFF)
                    .initializers(initializers.toArray(ApplicationContextInitializer[]::new))
                    .registerShutdownHook(closeOnSignal)
                    .properties("spring.config.name=" + name, "spring.application.name=" + name)
                    .run(arguments);
        } finally {
            MDC.remove(RequestContext.SERVICE);
        }
    }
}
