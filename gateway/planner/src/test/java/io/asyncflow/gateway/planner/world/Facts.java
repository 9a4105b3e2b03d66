package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.TypeRef;
import java.util.List;

/**
 * What all subgraphs agree on about a field's values.
 *
 * @param type its type, non-null wherever it is for one of them
 * @param objects the object types that all know; empty for a scalar or enum
 * @param symbols the values of the enum that all know; empty unless it is one
 * @param pinned whether the field is of a key, a context or a root type, and so never null or empty
 */
record Facts(TypeRef type, List<String> objects, List<String> symbols, boolean pinned) {}
