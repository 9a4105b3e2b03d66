package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final KeyProperties ROTATION = new KeyProperties(DAY, HOUR);
    private static final ECKey FIRST = Es256.generate();
    private static final ECKey SECOND = Es256.generate();

    private static final KeyRing ONE = new KeyRing(List.of(new StoredKey(1, FIRST, START, null)));
    private static final KeyRing TWO = ring(null, null);

    @Test
    void isStartedAtOnce() {
        assertThat(new KeyRing(List.of()).nextSignsFrom(START, ROTATION)).contains(START);
    }

    @Test
    void isLeftAloneUntilTheNextKeyMustBePublished() {
        Instant due = START.plus(DAY).minus(HOUR);
        assertThat(ONE.nextSignsFrom(due.minusSeconds(1), ROTATION)).isEmpty();
        assertThat(ONE.nextSignsFrom(due, ROTATION)).contains(START.plus(DAY));
    }

    @Test
    void publishesAKeyAheadHoweverLateItIs() {
        Instant late = START.plus(DAY.multipliedBy(40));
        assertThat(ONE.nextSignsFrom(late, ROTATION)).contains(late.plus(HOUR));
    }

    @Test
    void needsNoThirdKeyWhileTheSecondWaits() {
        assertThat(TWO.nextSignsFrom(START.plus(DAY).minusSeconds(1), ROTATION)).isEmpty();
        assertThat(TWO.nextSignsFrom(START.plus(DAY), ROTATION)).isEmpty();
    }

    @Test
    void handsSigningOverAtTheTurn() {
        assertThat(signing(TWO, START.plus(DAY).minusMillis(1))).isEqualTo(FIRST);
        assertThat(signing(TWO, START.plus(DAY))).isEqualTo(SECOND);
    }

    @Test
    void publishesTheOldKeyUntilItsLastTokenIsDead() {
        assertThat(published(TWO, START)).containsExactly(FIRST.getKeyID(), SECOND.getKeyID());
        Instant end = START.plus(DAY).plus(LIFETIME);
        assertThat(published(TWO, end.minusMillis(1))).containsExactly(FIRST.getKeyID(), SECOND.getKeyID());
        assertThat(published(TWO, end)).containsExactly(SECOND.getKeyID());
    }

    @Test
    void needsAnotherKeyAtOnceWhenTheSigningOneIsRevoked() {
        KeyRing ring = ring(START.plus(HOUR), null);
        Instant now = START.plus(HOUR);
        assertThat(published(ring, now)).containsExactly(SECOND.getKeyID());
        assertThat(ring.nextSignsFrom(now, ROTATION)).contains(now);
    }

    @Test
    void goesOnWithTheOldKeyWhenTheComingOneIsRevoked() {
        KeyRing ring = ring(null, START.plus(HOUR));
        Instant turn = START.plus(DAY);
        assertThat(signing(ring, turn)).isEqualTo(FIRST);
        assertThat(published(ring, turn.plus(LIFETIME))).containsExactly(FIRST.getKeyID());
        assertThat(ring.nextSignsFrom(turn, ROTATION)).contains(turn.plus(HOUR));
    }

    /** Somebody may have it by now, and waits. */
    @Test
    void bringsNoKeyBackThatHasHadItsTime() {
        Instant now = START.plus(DAY).plus(HOUR);
        KeyRing ring = ring(null, now);
        assertThat(ring.signing(now)).isEmpty();
        assertThat(published(ring, now)).isEmpty();
        assertThat(ring.nextSignsFrom(now, ROTATION)).contains(now);
    }

    @Test
    void publishesTheKeyBeforeTheRevokedOneNoLongerThanWithout() {
        Instant now = START.plus(DAY).plus(LIFETIME).minusMillis(1);
        assertThat(published(ring(null, now), now)).containsExactly(FIRST.getKeyID());
        assertThat(published(ring(null, now), now.plusMillis(1))).isEmpty();
    }

    private static KeyRing ring(@Nullable Instant firstRevoked, @Nullable Instant secondRevoked) {
        return new KeyRing(List.of(
                new StoredKey(2, SECOND, START.plus(DAY), secondRevoked),
                new StoredKey(1, FIRST, START, firstRevoked)));
    }

    private static ECKey signing(KeyRing ring, Instant now) {
        return ring.signing(now).orElseThrow().key();
    }

    private static List<String> published(KeyRing ring, Instant now) {
        return ring.published(now, LIFETIME).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
