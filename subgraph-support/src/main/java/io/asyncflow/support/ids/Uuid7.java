package io.asyncflow.support.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** New UUIDs that sort by the time they were made (RFC 9562, version 7). */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next(Clock clock) {
        long high = (clock.millis() << 16) | 0x7000 | (RANDOM.nextInt() & 0x0fff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
