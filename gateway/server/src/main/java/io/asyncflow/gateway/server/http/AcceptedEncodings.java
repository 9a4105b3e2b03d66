package io.asyncflow.gateway.server.graphiql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What a client says in {@code Accept-Encoding}, as RFC 9110 reads it. */
record AcceptedEncodings(List<String> entries) {

    static AcceptedEncodings of(ServerRequest request) {
        return new AcceptedEncodings(request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(entry -> entry.replace(" ", "").toLowerCase(Locale.ROOT))
                .toList());
    }

    /** A {@code gzip} of its own counts before the {@code *} that means any other. */
    boolean gzip() {
        return entries.stream().anyMatch(this::names)
                ? entries.stream().filter(this::names).noneMatch(AcceptedEncodings::refused)
                : entries.stream().anyMatch(entry -> entry.startsWith("*") && !refused(entry));
    }

    private boolean names(String entry) {
        return entry.equals("gzip") || entry.startsWith("gzip;");
    }

    private static boolean refused(String entry) {
        return entry.matches(".*;q=0(\\.0*)?");
    }
}
