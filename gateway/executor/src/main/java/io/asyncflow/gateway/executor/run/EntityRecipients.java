package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.asking.EntityLookup;
import io.asyncflow.gateway.executor.asking.Question;
import io.asyncflow.gateway.executor.asking.Targets;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.reading.TreeReader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities, by lookup and representation. */
final class EntityRecipients implements Recipients {

    private final List<EntityLookup> lookups;
    private final List<Targets> targets;
    private final TreeReader reader;
    private final Merging merging;
    private final FaultPlaces places;

    /** For each lookup, the entities that were there; null where there was no list of them. */
    private final @Nullable BitSet[] come;

    EntityRecipients(
            List<EntityLookup> lookups, Question question, TreeReader reader, Merging merging, FaultPlaces places) {
        this.lookups = lookups;
        this.targets = question.targets();
        this.reader = reader;
        this.merging = merging;
        this.places = places;
        this.come = new BitSet[lookups.size()];
    }

    @Override
    public void read(JsonCursor cursor) {
        cursor.expect('{');
        if (!cursor.take('}')) {
            do {
                int lookup = lookup(Answers.name(cursor));
                if (lookup < 0 || cursor.peek() != '[') {
                    cursor.skip();
                } else {
                    come[lookup] = list(cursor, lookups.get(lookup).reader(), targets.get(lookup));
                }
            } while (cursor.take(','));
            cursor.expect('}');
        }
    }

    private int lookup(String key) {
        for (int i = 0; i < lookups.size(); i++) {
            if (lookups.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private BitSet list(JsonCursor cursor, Reader fields, Targets wanted) {
        BitSet found = new BitSet();
        int[] first = first(wanted);
        int position = 0;
        cursor.expect('[');
        if (!cursor.take(']')) {
            do {
                if (position < first.length && cursor.peek() == '{') {
                    reader.object(fields, first[position]);
                    found.set(position);
                } else {
                    cursor.skip();
                }
                position++;
            } while (cursor.take(','));
            cursor.expect(']');
        }
        if (position != first.length) {
            throw cursor.wrong("Expected " + first.length + " entities");
        }
        for (int i = 0; i < wanted.size(); i++) {
            merging.copy(fields, first[wanted.representation(i)], wanted.object(i));
        }
        return found;
    }

    /** The first object of each representation. */
    private static int[] first(Targets wanted) {
        int[] first = new int[wanted.asked()];
        for (int i = wanted.size() - 1; i >= 0; i--) {
            first[wanted.representation(i)] = wanted.object(i);
        }
        return first;
    }

    @Override
    public void put(List<Object> path, int fault) {
        int lookup = lookup(String.valueOf(path.getFirst()));
        if (lookup < 0) {
            return;
        }
        Targets wanted = targets.get(lookup);
        Reader fields = lookups.get(lookup).reader();
        BitSet found = come[lookup];
        if (found == null || path.size() < 2 || !(path.get(1) instanceof Integer representation)) {
            failAll(fields, wanted, fault);
            return;
        }
        boolean within = path.size() > 2 && found.get(Math.max(0, representation));
        for (int i = wanted.last(representation); i != Targets.NONE; i = wanted.before(i)) {
            if (within) {
                places.put(fields, wanted.object(i), path, 2, fault);
            } else {
                merging.fail(fields, wanted.object(i), fault);
            }
        }
    }

    @Override
    public boolean haveCome() {
        for (int i = 0; i < come.length; i++) {
            if (come[i] == null && targets.get(i).asked() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Those that came and had nothing are not failed for what another lookup of the request has not brought. */
    @Override
    public void failAll(int fault) {
        for (int lookup = 0; lookup < lookups.size(); lookup++) {
            if (come[lookup] == null) {
                failAll(lookups.get(lookup).reader(), targets.get(lookup), fault);
            }
        }
    }

    private void failAll(Reader fields, Targets wanted, int fault) {
        for (int i = 0; i < wanted.size(); i++) {
            merging.fail(fields, wanted.object(i), fault);
        }
    }

    @Override
    public void undo(int cells, int text) {
        Arrays.fill(come, null);
        for (int lookup = 0; lookup < lookups.size(); lookup++) {
            for (int i = 0; i < targets.get(lookup).size(); i++) {
                merging.undo(lookups.get(lookup).reader(), targets.get(lookup).object(i), cells, text);
            }
        }
    }
}
