package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.tree.Ints;

/** The objects that one lookup is for, each with the number of its representation. Objects may share one. */
public final class Targets {

    /** No position. */
    public static final int NONE = -1;

    private final Ints objects = new Ints();
    private final Ints representations = new Ints();

    /** By representation, the last position that has it; and by position, the one before it with the same. */
    private final Ints lasts = new Ints();

    private final Ints before = new Ints();
    private int asked;

    void add(int object, int representation) {
        if (representation == lasts.size()) {
            lasts.add(NONE);
        }
        before.add(lasts.get(representation));
        lasts.set(representation, objects.size());
        objects.add(object);
        representations.add(representation);
        asked = Math.max(asked, representation + 1);
    }

    public int size() {
        return objects.size();
    }

    public int object(int position) {
        return objects.get(position);
    }

    public int representation(int position) {
        return representations.get(position);
    }

    /** The last position of an object with the representation, or {@link #NONE}. */
    public int last(int representation) {
        return representation >= 0 && representation < lasts.size() ? lasts.get(representation) : NONE;
    }

    /** The position before that one of an object with the same representation, or {@link #NONE}. */
    public int before(int position) {
        return before.get(position);
    }

    /** How many representations there are. */
    public int asked() {
        return asked;
    }
}
