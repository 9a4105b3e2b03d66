package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one moment, and what each is good for then. A key is published before it signs, so that every verifier
 * knows it in time, and for as long after as the last token that it has signed:
 *
 * <pre>
 *   generation 1  |-- published --|== signs ====|-- published --|
 *   generation 2          |-- published --------|== signs ==========
 *                                               |-- lifetime ---|
 * </pre>
 */
record KeyRing(List<StoredKey> keys) {

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparingInt(StoredKey::generation))
                .toList();
    }

    /** The latest key whose time has come. When that one is revoked, none is: the one before it has had its time. */
    Optional<StoredKey> signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> key.hasATurn() && !key.signsFrom().isAfter(now))
                .findFirst()
                .filter(key -> !key.revoked());
    }

    JWKSet published(Instant now, Duration afterwards) {
        return new JWKSet(keys.stream()
                .filter(key -> !key.revoked() && now.isBefore(end(key, afterwards)))
                .map(key -> (JWK) key.key().toPublicJWK())
                .toList());
    }

    int latestGeneration() {
        return keys.isEmpty() ? 0 : keys.getLast().generation();
    }

    /** When the next key shall take over; empty when there is one already that only waits for its time. */
    Optional<Instant> nextSignsFrom(Instant now, KeyProperties properties) {
        Optional<StoredKey> signing = signing(now);
        if (signing.isEmpty()) {
            return Optional.of(now);
        }
        if (keys.stream().anyMatch(key -> !key.revoked() && key.signsFrom().isAfter(now))) {
            return Optional.empty();
        }
        Instant due = signing.get().signsFrom().plus(properties.rotateEvery());
        Instant earliest = now.plus(properties.publishAhead());
        return due.isAfter(earliest) ? Optional.empty() : Optional.of(earliest);
    }

    /** When nothing that the key has signed is good any more; not before there is a successor. */
    private Instant end(StoredKey key, Duration afterwards) {
        return keys.stream()
                .filter(later -> later.generation() > key.generation() && later.hasATurn())
                .map(StoredKey::signsFrom)
                .min(Comparator.naturalOrder())
                .map(takenOver -> takenOver.plus(afterwards))
                .orElse(Instant.MAX);
    }
}
