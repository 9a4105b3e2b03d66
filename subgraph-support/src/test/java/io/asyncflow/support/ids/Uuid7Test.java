package io.asyncflow.support.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    private static final Instant TIME = Instant.parse("2026-11-20T09:30:00.123Z");

    @Test
    void carriesTimeVersionAndVariant() {
        UUID uuid = Uuid7.next(at(TIME));

        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void sortsByTime() {
        String earlier = TypeId.format("x", Uuid7.next(at(TIME)));
        String later = TypeId.format("x", Uuid7.next(at(TIME.plusMillis(1))));

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void neverRepeats() {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add(Uuid7.next(at(TIME)))).isTrue();
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
