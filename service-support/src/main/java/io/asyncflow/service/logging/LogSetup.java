package io.asyncflow.service.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Sets up Logback once for the whole JVM, before Spring starts.
 *
 * <p>{@code ASYNCFLOW_LOG_FORMAT} is {@code json} or {@code readable}; unset, production writes JSON.
 * {@code ASYNCFLOW_LOG_LEVELS} raises or lowers loggers: {@code io.asyncflow.catalog=debug,org.flywaydb=info}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

    private static final Map<String, Level> QUIET = Map.of(
            "org.flywaydb", Level.WARN,
            "org.springframework", Level.WARN,
            "com.netflix.graphql", Level.WARN,
            "com.apollographql", Level.WARN,
            "io.lettuce", Level.WARN,
            "io.r2dbc", Level.WARN,
            "io.zonky", Level.WARN,
            "org.hibernate.validator", Level.WARN,
            "graphql", Level.ERROR,
            "notprivacysafe", Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(started(layout(), context));
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger("ROOT");
        root.setLevel(Level.INFO);
        root.addAppender(console);
        QUIET.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        requestedLevels().forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Lets nothing more through: what a service says while it is torn down half-started helps nobody. */
    public static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(new DenyAll());
        }
    }

    private static final class DenyAll extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable throwable) {
            return FilterReply.DENY;
        }
    }

    private static Layout<ILoggingEvent> started(Layout<ILoggingEvent> layout, LoggerContext context) {
        layout.setContext(context);
        layout.start();
        return layout;
    }

    private static Layout<ILoggingEvent> layout() {
        boolean production = setting("SPRING_PROFILES_ACTIVE", "").contains("production");
        String format = setting("ASYNCFLOW_LOG_FORMAT", production ? "json" : "readable");
        return switch (format) {
            case "json" -> new JsonLayout();
            case "readable" -> new ReadableLayout();
            default ->
                throw new IllegalArgumentException(
                        "ASYNCFLOW_LOG_FORMAT must be json or readable, but is '" + format + "'");
        };
    }

    private static Map<String, Level> requestedLevels() {
        var levels = new LinkedHashMap<String, Level>();
        for (String pair : setting("ASYNCFLOW_LOG_LEVELS", "").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                levels.put(
                        pair.substring(0, equals).strip(),
                        Level.toLevel(pair.substring(equals + 1).strip()));
            }
        }
        return levels;
    }

    private static String setting(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }
}
