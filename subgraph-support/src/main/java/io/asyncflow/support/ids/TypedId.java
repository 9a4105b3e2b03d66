package io.asyncflow.support.ids;

import java.util.UUID;

/** The identifier of one kind of thing. Implemented by a record per kind, whose text is its {@link TypeId}. */
public interface TypedId {

    UUID uuid();
}
