package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.http.Accepted.Form;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Accept} (RFC 9110, 12.5.1). Of equal weights the one that stands first is taken; a wildcard takes
 * {@code application/json}, and is never enough for an answer in parts, which only those can read who ask for it.
 */
final class AcceptHeader {

    private static final Accepted ANYTHING = new Accepted(Form.JSON, null, null, false);

    /** Clients send one of a few texts: those need not be read twice. */
    private static final int REMEMBERED = 256;

    private static final int REMEMBERED_LENGTH = 256;

    /** More than any client names; each is compared with all the others. */
    private static final int MOST_RANGES = 50;

    private final ConcurrentHashMap<String, Accepted> remembered = new ConcurrentHashMap<>();

    Accepted read(HttpHeaders headers) {
        Iterator<String> lines = headers.valueStringIterator(HttpHeaderNames.ACCEPT);
        String first = lines.hasNext() ? lines.next() : "";
        return read(lines.hasNext() ? String.join(",", headers.getAll(HttpHeaderNames.ACCEPT)) : first);
    }

    /** @param header all its lines, with commas in between */
    Accepted read(String header) {
        if (header.isBlank()) {
            return ANYTHING;
        }
        Accepted known = remembered.get(header);
        return known != null ? known : remember(header);
    }

    private Accepted remember(String header) {
        Accepted accepted = parse(header);
        if (header.length() <= REMEMBERED_LENGTH && remembered.size() < REMEMBERED) {
            remembered.put(header, accepted);
        }
        return accepted;
    }

    private static Accepted parse(String header) {
        List<Range> ranges = ranges(header);
        return new Accepted(
                whole(ranges),
                best(ranges, List.of(Form.MULTIPART, Form.EARLIER_MULTIPART, Form.EVENT_STREAM)),
                events(ranges),
                ranges.stream().anyMatch(range -> range.type().equals("text/html") && range.weight() > 0));
    }

    /** A stream of one event only to who prefers it, and a part only to who takes nothing else. */
    private static @Nullable Form whole(List<Range> ranges) {
        Form json = best(ranges, List.of(Form.RESPONSE_JSON, Form.JSON));
        Form stream = best(ranges, List.of(Form.EVENT_STREAM));
        if (json != null && stream != null) {
            return weight(ranges, stream) > weight(ranges, json) ? stream : json;
        }
        if (json != null || stream != null) {
            return json == null ? stream : json;
        }
        return best(ranges, List.of(Form.MULTIPART, Form.EARLIER_MULTIPART, Form.MULTIPART_EVENTS));
    }

    /** Who asks for multipart without saying which, gets events as Apollo's protocol frames them. */
    private static @Nullable Form events(List<Range> ranges) {
        Form form = best(ranges, List.of(Form.EVENT_STREAM, Form.MULTIPART_EVENTS, Form.MULTIPART));
        return form == Form.MULTIPART ? Form.MULTIPART_EVENTS : form;
    }

    private static @Nullable Form best(List<Range> ranges, List<Form> wanted) {
        Form best = null;
        double weight = 0;
        for (Range range : ranges) {
            Form form = range.form(ranges);
            if (form != null && range.weight() > weight && wanted.contains(form)) {
                best = form;
                weight = range.weight();
            }
        }
        return best;
    }

    private static double weight(List<Range> ranges, Form form) {
        return ranges.stream()
                .filter(range -> range.form(ranges) == form)
                .mapToDouble(Range::weight)
                .max()
                .orElse(0);
    }

    private static List<Range> ranges(String header) {
        var ranges = new ArrayList<Range>();
        for (String part : split(header, ',')) {
            Range range = range(split(part, ';'));
            if (range != null && ranges.size() < MOST_RANGES) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    private static @Nullable Range range(List<String> parts) {
        double weight = 1;
        String protocol = "";
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            String name =
                    equals < 0 ? parameter : parameter.substring(0, equals).strip();
            String value =
                    equals < 0 ? "" : unquoted(parameter.substring(equals + 1).strip());
            if (name.equals("q")) {
                weight = weight(value);
            } else if (name.endsWith("spec")) {
                protocol = name + "=" + value;
            }
        }
        String type = parts.getFirst();
        return type.isEmpty() ? null : new Range(type, protocol, weight);
    }

    /** A weight that is none counts as absent, as with most servers. */
    private static double weight(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0.0, 1.0);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** Parts between separators that do not stand in quotes, in lower case. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == separator && !quoted) {
                parts.add(text.substring(from, i).strip().toLowerCase(Locale.ROOT));
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip().toLowerCase(Locale.ROOT));
        return parts;
    }

    /** One of the media ranges, with the parameter that names a protocol. */
    private record Range(String type, String protocol, double weight) {

        @Nullable
        Form form(List<Range> all) {
            return switch (type) {
                case "application/graphql-response+json" -> Form.RESPONSE_JSON;
                case "application/json" -> Form.JSON;
                case "text/event-stream" -> Form.EVENT_STREAM;
                case "multipart/mixed" -> multipart();
                case "*/*", "application/*" -> wildcard(all);
                default -> null;
            };
        }

        private @Nullable Form multipart() {
            return switch (protocol) {
                case "", "incrementalspec=v0.2" -> Form.MULTIPART;
                case "deferspec=20220824" -> Form.EARLIER_MULTIPART;
                case "subscriptionspec=1.0" -> Form.MULTIPART_EVENTS;
                default -> null;
            };
        }

        /** A wildcard stands for what is not named itself, be it with a weight of 0. */
        private static @Nullable Form wildcard(List<Range> all) {
            if (all.stream().noneMatch(range -> range.type().equals("application/json"))) {
                return Form.JSON;
            }
            return all.stream().noneMatch(range -> range.type().equals("application/graphql-response+json"))
                    ? Form.RESPONSE_JSON
                    : null;
        }
    }
}
