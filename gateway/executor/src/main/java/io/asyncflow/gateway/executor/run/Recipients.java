package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.json.JsonCursor;
import java.util.List;

/** What an answer is for, in the tree. */
interface Recipients {

    /** Reads {@code data}; the cursor stands at its brace. */
    void read(JsonCursor cursor);

    /** Puts the fault where the path leads to nothing. */
    void put(List<Object> path, int fault);

    /** Puts the fault wherever the answer should have brought something and has not. */
    void failAll(int fault);

    /** Whether the answer has brought all that it should have, though perhaps as null. */
    boolean haveCome();

    /** Takes back what was read since the tree had that much in it. */
    void undo(int cells, int text);
}
