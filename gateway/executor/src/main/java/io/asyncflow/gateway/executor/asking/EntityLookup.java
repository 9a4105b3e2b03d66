package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.plan.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code _entities} field of a request, ready to be asked and to be read. Immutable. */
public final class EntityLookup {

    private final String key;
    private final byte[] variable;
    private final Way way;
    private final List<Representation> representations;
    private final ContextValues contexts;
    private final Reader reader;

    public EntityLookup(Lookup planned, Place root, Place place, Reader reader, TypeNames names) {
        this.key = planned.key();
        this.variable = RequestBody.quoted(planned.variable());
        this.way = new Way(planned.path(), root, names);
        this.representations = planned.representations().stream()
                .map(each -> new Representation(each, place, names))
                .toList();
        this.contexts = new ContextValues(planned.contexts(), planned.path(), root, names);
        this.reader = reader;
    }

    /** Its name in the answer. */
    public String key() {
        return key;
    }

    /** How an entity of the answer is read. */
    public Reader reader() {
        return reader;
    }

    Way way() {
        return way;
    }

    byte[] variable() {
        return variable;
    }

    ContextValues contexts() {
        return contexts;
    }

    @Nullable
    Representation representation(Tree tree, int object) {
        for (int i = 0; i < representations.size(); i++) {
            if (representations.get(i).isFor(tree, object)) {
                return representations.get(i);
            }
        }
        return null;
    }
}
