package io.asyncflow.gateway.server.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a client says in {@code Accept-Encoding}, as RFC 9110 reads it. */
public record AcceptedEncodings(List<String> entries) {

    public AcceptedEncodings {
        entries = List.copyOf(entries);
    }

    /** @param lines the header may stand there several times */
    public static AcceptedEncodings of(List<String> lines) {
        return new AcceptedEncodings(lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(entry -> entry.replace(" ", "").toLowerCase(Locale.ROOT))
                .toList());
    }

    /** A {@code gzip} of its own counts before the {@code *} that means any other. */
    public boolean gzip() {
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
