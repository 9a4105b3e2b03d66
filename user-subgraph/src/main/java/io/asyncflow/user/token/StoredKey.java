package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that we have made ourselves.
 *
 * @param generation how many keys there have been, this one included
 * @param signsFrom when it takes over from the generation before it
 * @param revokedAt since when nothing is believed that is signed with it
 */
record StoredKey(
        int generation,
        ECKey key,
        Instant signsFrom,
        @Nullable Instant revokedAt) {

    boolean revoked() {
        return revokedAt != null;
    }

    /** Whether it takes over at its time, and so ends that of the one before it: not if it was revoked earlier. */
    boolean hasATurn() {
        return revokedAt == null || !revokedAt.isBefore(signsFrom);
    }

    /** The key is a secret. */
    @Override
    public String toString() {
        return "StoredKey[" + generation + ", " + key.getKeyID() + ", signsFrom=" + signsFrom + "]";
    }
}
