package io.asyncflow.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.util.Map;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line, for machines to read. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new java.io.StringWriter(256);
        try (var json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", event.getInstant().toString());
            json.writeStringProperty("level", event.getLevel().levelStr);
            for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
                json.writeStringProperty(entry.getKey(), entry.getValue());
            }
            json.writeStringProperty("logger", event.getLoggerName());
            json.writeStringProperty("thread", event.getThreadName());
            json.writeStringProperty("message", Mask.secrets(event.getFormattedMessage()));
            if (event.getThrowableProxy() != null) {
                json.writeStringProperty("error", Mask.secrets(ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }
}
