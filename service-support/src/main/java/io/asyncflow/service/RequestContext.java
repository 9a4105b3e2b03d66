package io.asyncflow.service;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What identifies one request across services and log lines. Travels in the Reactor context. */
public record RequestContext(String service, String requestId, String traceId) {

    public static final String REQUEST_ID_HEADER = "X-Request-Id";
    public static final String TRACE_HEADER = "traceparent";

    static final String SERVICE = "service";
    private static final String REQUEST_ID = "requestId";
    private static final String TRACE_ID = "traceId";

    private static final int LONGEST_REQUEST_ID = 64;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-.*");

    /** Takes over what the caller sent where it is well-formed, and makes up the rest. */
    public static RequestContext of(String service, @Nullable String requestId, @Nullable String traceparent) {
        String id = requestId != null && isAccepted(requestId) ? requestId : randomHex();
        return new RequestContext(service, id, traceId(traceparent));
    }

    public static Optional<RequestContext> from(ContextView context) {
        return context.getOrEmpty(RequestContext.class);
    }

    /** The W3C header that carries this trace to the next service. */
    public String traceparent() {
        return "00-" + traceId + "-" + randomHex() + "-01";
    }

    public Context writeTo(Context context) {
        return context.put(RequestContext.class, this)
                .put(Slf4jThreadLocalAccessor.KEY, Map.of(SERVICE, service, REQUEST_ID, requestId, TRACE_ID, traceId));
    }

    /** Lets every log line on a reactive path carry the three values, whichever thread writes it. */
    static void registerWithLogs() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(SERVICE, REQUEST_ID, TRACE_ID));
    }

    /** Letters, digits and a few signs: nothing that could forge a log line. */
    private static boolean isAccepted(String requestId) {
        for (int i = 0; i < requestId.length(); i++) {
            char next = requestId.charAt(i);
            boolean plain =
                    (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
            if (!plain && next != '.' && next != '_' && next != '-') {
                return false;
            }
        }
        return !requestId.isEmpty() && requestId.length() <= LONGEST_REQUEST_ID;
    }

    private static String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return randomHex() + randomHex();
        }
        var match = TRACEPARENT.matcher(traceparent);
        return match.matches() ? match.group(1) : randomHex() + randomHex();
    }

    private static String randomHex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
