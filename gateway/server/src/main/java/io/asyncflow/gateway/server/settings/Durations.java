package io.asyncflow.gateway.server.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as configurations write them: {@code 500ms}, {@code 10s}, {@code 1h30m}. */
public final class Durations {

    private static final Map<String, Duration> UNITS = units();
    /** Timers count nanoseconds in a long: they end at 292 years. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,12})\\s*(d|h|m|s|ms|us|ns)(?![a-z])");

    private Durations() {}

    private static Map<String, Duration> units() {
        var units = new LinkedHashMap<String, Duration>();
        units.put("d", Duration.ofDays(1));
        units.put("h", Duration.ofHours(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("ms", Duration.ofMillis(1));
        units.put("us", Duration.ofNanos(1_000));
        units.put("ns", Duration.ofNanos(1));
        return units;
    }

    /** The duration; an {@link IllegalArgumentException} where the text is none. */
    public static Duration parse(String text) {
        Matcher part = PART.matcher(text.strip());
        Duration sum = Duration.ZERO;
        do {
            if (!part.lookingAt()) {
                throw new IllegalArgumentException(text);
            }
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            part.region(part.end(), part.regionEnd());
        } while (part.regionStart() < part.regionEnd());
        if (sum.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return sum;
    }

    /** In the largest unit that leaves nothing over. */
    public static String print(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long count = duration.dividedBy(unit.getValue());
            if (unit.getValue().multipliedBy(count).equals(duration)) {
                return count + unit.getKey();
            }
        }
        throw new IllegalStateException("every duration is a number of nanoseconds");
    }

    private static Duration unit(String name) {
        return UNITS.getOrDefault(name, Duration.ZERO);
    }
}
