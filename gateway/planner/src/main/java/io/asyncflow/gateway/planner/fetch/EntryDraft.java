package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Selected.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the answer while the plan is put together.
 *
 * @param slot where it is in the tree, under the field's own key or another
 * @param below what is answered of a composite value, null for a leaf
 */
record EntryDraft(Field field, Slot slot, @Nullable List<EntryDraft> below) {}
