package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Selection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data as seen by one who answers requests: a subgraph, or one who knows all. */
interface View {

    /** Whether the type condition holds for the object. */
    boolean is(Seen object, String type);

    /** The field's value: of {@link Seen}, lists, and what JSON has. */
    @Nullable
    Object value(Seen object, Selection.Field field, Map<String, Object> variables);
}
