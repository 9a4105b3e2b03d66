package io.asyncflow.gateway.language;

/**
 * Where a node starts in its source, line and column counted from 1.
 *
 * <p>All positions are equal to each other: two nodes that say the same are equal wherever they stand, so that types,
 * values and field sets can be compared and used as keys.
 */
public final class Position {

    /** Of nodes that no source wrote. */
    public static final Position NONE = new Position(0, 0);

    private final int line;
    private final int column;

    public Position(int line, int column) {
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
