package io.asyncflow.gateway.server.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's headers as a map by names in lower case, which is only made where somebody goes through all of them. */
final class HeaderView extends AbstractMap<String, List<String>> {

    private final HttpHeaders headers;
    private @Nullable Map<String, List<String>> all;

    HeaderView(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && headers.contains(text);
    }

    @Override
    public @Nullable List<String> get(Object name) {
        if (!(name instanceof String text)) {
            return null;
        }
        List<String> values = headers.getAll(text);
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
            all = known = copy;
        }
        return known.entrySet();
    }
}
