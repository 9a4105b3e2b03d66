package io.asyncflow.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One short line for a person at a terminal. */
final class ReadableLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    @Override
    public String doLayout(ILoggingEvent event) {
        var mdc = event.getMDCPropertyMap();
        var line = new StringBuilder(160)
                .append(TIME.format(event.getInstant()))
                .append(' ')
                .append(String.format("%-5s", event.getLevel()))
                .append(' ')
                .append(String.format("%-16s", mdc.getOrDefault("service", "-")))
                .append(' ');
        if (mdc.containsKey("requestId")) {
            line.append('[').append(mdc.get("requestId"));
            line.append(' ').append(mdc.getOrDefault("traceId", "-")).append("] ");
        }
        line.append(simpleName(event.getLoggerName())).append(": ");
        line.append(Mask.secrets(event.getFormattedMessage())).append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(Mask.secrets(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return line.toString();
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
