package io.asyncflow.support.ids;

import io.asyncflow.support.errors.BadInput;
import java.util.Arrays;
import java.util.UUID;

/**
 * The text form of an identifier: a prefix that names its type, and a UUID as 26 characters of Crockford's base 32, as
 * in {@code product_01h455vb4pex5vsknk084sn02q}. See <a href="https://github.com/jetify-com/typeid">TypeID 0.3</a>.
 */
public final class TypeId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private TypeId() {}

    public static String format(String prefix, UUID uuid) {
        var suffix = new char[LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            suffix[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return prefix + '_' + new String(suffix);
    }

    /** The UUID behind a client's id, or a {@link BadInput} that names the argument and says what was expected. */
    public static UUID parse(String prefix, String argument, String text) {
        if (!prefix.equals(prefixOf(text))) {
            throw new BadInput(
                    argument, "must be the id of a " + prefix + ", such as " + prefix + "_01h455vb4pex5vsknk084sn02q");
        }
        return decode(argument, text.substring(prefix.length() + 1));
    }

    /** What comes before the last underscore; empty when there is none. */
    public static String prefixOf(String text) {
        return text.substring(0, Math.max(text.lastIndexOf('_'), 0));
    }

    private static UUID decode(String argument, String suffix) {
        // 26 characters hold 130 bits: the first may only carry three.
        if (suffix.length() != LENGTH || suffix.charAt(0) > '7') {
            throw malformed(argument);
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = suffix.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                throw malformed(argument);
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | value;
        }
        return new UUID(high, low);
    }

    private static BadInput malformed(String argument) {
        return new BadInput(
                argument, "is not a well-formed id: 26 characters of 0-9 and a-z must follow the underscore");
    }
}
