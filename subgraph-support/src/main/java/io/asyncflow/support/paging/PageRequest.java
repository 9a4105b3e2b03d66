package io.asyncflow.support.paging;

import io.asyncflow.support.errors.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * The page that a client asks for: so many items after a cursor, or so many before one.
 *
 * @param cursor where to go on from; null starts at the end that the direction reads from
 */
public record PageRequest(
        int size, boolean backward, @Nullable String cursor) {

    public static final int LARGEST = 250;

    /** From Relay's four arguments; a {@link BadInput} names the one that is wrong. */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw new BadInput("last", "must not be combined with first");
        }
        if (last == null && before != null) {
            throw new BadInput("before", "needs last");
        }
        if (last != null && after != null) {
            throw new BadInput("after", "needs first");
        }
        if (last != null) {
            return new PageRequest(checked("last", last), true, before);
        }
        if (first == null) {
            throw new BadInput("first", "or last must be given");
        }
        return new PageRequest(checked("first", first), false, after);
    }

    public static PageRequest first(int first, @Nullable String after) {
        return of(first, after, null, null);
    }

    /** The argument that the cursor came in. */
    String cursorArgument() {
        return backward ? "before" : "after";
    }

    /** One more than asked for tells whether the list goes on. */
    public int limit() {
        return size + 1;
    }

    private static int checked(String argument, int size) {
        if (size < 1 || size > LARGEST) {
            throw new BadInput(argument, "must be between 1 and " + LARGEST);
        }
        return size;
    }
}
