package io.asyncflow.gateway.executor.projection;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A field of the answer, ready to be written. Just one of leaf and below is there, but for what the gateway itself made,
 * which has neither.
 */
final class Field {

    final String key;
    final byte[] name;
    final int slot;
    final int type;
    final Nullability nulls;
    final @Nullable Leaf leaf;
    final @Nullable ObjectProjection below;
    final @Nullable BitSet possible;

    /**
     * @param type the number of the object's type for {@code __typename}, where the tree does not tell it
     * @param possible the types that its objects can have, or null where it has none
     */
    Field(
            String key,
            int slot,
            int type,
            Nullability nulls,
            @Nullable Leaf leaf,
            @Nullable ObjectProjection below,
            @Nullable BitSet possible) {
        this.key = key;
        this.name = ('"' + key + "\":").getBytes(StandardCharsets.UTF_8);
        this.slot = slot;
        this.type = type;
        this.nulls = nulls;
        this.leaf = leaf;
        this.below = below;
        this.possible = possible;
    }
}
