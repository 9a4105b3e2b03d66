package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.message.ForwardedFor;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request's headers, and where it comes from, as a map by names in lower case, which is only made where somebody goes
 * through all of them.
 */
final class HeaderView extends AbstractMap<String, List<String>> {

    private final HttpHeaders headers;
    private final @Nullable InetSocketAddress client;
    private @Nullable Map<String, List<String>> all;

    HeaderView(HttpHeaders headers, @Nullable InetSocketAddress client) {
        this.headers = headers;
        this.client = client;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable List<String> get(Object name) {
        if (!(name instanceof String text)) {
            return null;
        }
        List<String> values = values(text);
        return values.isEmpty() ? null : values;
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        Map<String, List<String>> known = all;
        if (known == null) {
            var copy = new LinkedHashMap<String, List<String>>();
            for (String name : headers.names()) {
                copy.putIfAbsent(name.toLowerCase(Locale.ROOT), List.copyOf(headers.getAll(name)));
            }
            List<String> forwardedFor = values(ForwardedFor.HEADER);
            if (!forwardedFor.isEmpty()) {
                copy.put(ForwardedFor.HEADER, forwardedFor);
            }
            all = known = copy;
        }
        return known.entrySet();
    }

    private List<String> values(String name) {
        List<String> values = headers.getAll(name);
        return ForwardedFor.HEADER.equals(name) ? ForwardedFor.with(values, client) : values;
    }
}
