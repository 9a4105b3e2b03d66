package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.JsonWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The faults of one answer, and the {@code errors} that tell of them. */
public final class Faults {

    /** More do not help anybody. */
    private static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();
    private final BitSet told = new BitSet();
    private final JsonWriter errors = new JsonWriter(256);
    private int count;

    /** Takes a fault in and tells its number. */
    public int add(Fault fault) {
        faults.add(fault);
        return faults.size() - 1;
    }

    int count() {
        return count;
    }

    /** Tells of a fault at the path. */
    void tell(int number, Trail path) {
        told.set(number);
        tell(faults.get(number), path);
    }

    void tell(Fault fault, Trail path) {
        if (begin(fault)) {
            errors.raw(",\"path\":");
            path.write(errors);
            end(fault);
        }
    }

    /** Tells of those faults that have left no null to be seen. */
    public void tellRest() {
        for (int i = told.nextClearBit(0); i < faults.size(); i = told.nextClearBit(i + 1)) {
            told.set(i);
            if (begin(faults.get(i))) {
                end(faults.get(i));
            }
        }
    }

    private boolean begin(Fault fault) {
        if (count == MOST) {
            return false;
        }
        errors.add(count++ == 0 ? '[' : ',').raw("{\"message\":").string(fault.message());
        return true;
    }

    private void end(Fault fault) {
        if (fault.extensions() != null) {
            errors.raw(",\"extensions\":").add(fault.extensions());
        }
        errors.add('}');
    }

    /** Moves the {@code errors} told so far, a JSON array, to the writer; false where there are none. */
    public boolean moveTo(JsonWriter writer, String before) {
        if (count == 0) {
            return false;
        }
        writer.raw(before).add(errors.bytes(), 0, errors.length()).add(']');
        errors.cut(0);
        count = 0;
        return true;
    }

    public void clear() {
        faults.clear();
        told.clear();
        errors.cut(0);
        count = 0;
    }
}
