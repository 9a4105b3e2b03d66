package io.asyncflow.catalog.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Values that follow from a name, so that every start on every machine makes the same ones. */
final class Derived {

    private Derived() {}

    /** In the shape of a UUIDv7: the time it was made, and bits that the name decides. */
    static UUID id(Instant time, String name) {
        ByteBuffer hash = ByteBuffer.wrap(hash(name));
        long high = (time.toEpochMilli() << 16) | 0x7000 | (hash.getLong() & 0x0fff);
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A choice from 0 to below the bound. */
    static int choice(String name, int bound) {
        return Math.floorMod(ByteBuffer.wrap(hash(name)).getInt(), bound);
    }

    /** What a title becomes in an address. */
    static String handle(String title) {
        String bare = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}|'", "");
        return bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** An EAN-13 out of the range that is kept for use within one shop. */
    static String barcode(String name) {
        long number = Math.floorMod(ByteBuffer.wrap(hash(name)).getLong(8), 10_000_000_000L);
        String digits = "20%010d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return digits + Math.floorMod(-sum, 10);
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
