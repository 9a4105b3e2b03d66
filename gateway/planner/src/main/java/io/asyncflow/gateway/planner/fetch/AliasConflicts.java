package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.planner.fetch.SelectionDraft.FieldDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives fields of different object types different names where they share one, but a subgraph types them differently.
 *
 * <pre>
 *   ... on Book { size }        ... on Book { size }           Book.size: Int
 *   ... on Film { size }   =>   ... on Film { size_1: size }   Film.size: String
 * </pre>
 */
final class AliasConflicts implements Rewrite {

    @Override
    public void apply(List<FetchDraft> fetches) {
        for (FetchDraft fetch : fetches) {
            for (SelectionDraft selections : fetch.allSelections()) {
                if (canConflict(selections)) {
                    separate(List.of(selections));
                } else {
                    below(selections);
                }
            }
        }
    }

    private void below(SelectionDraft selections) {
        for (FieldDraft field : selections.fields()) {
            if (field.selections() != null) {
                if (canConflict(field.selections())) {
                    separate(List.of(field.selections()));
                } else {
                    below(field.selections());
                }
            }
        }
    }

    private static boolean canConflict(SelectionDraft selections) {
        for (FieldDraft field : selections.fields()) {
            if (field.types() != null) {
                return true;
            }
        }
        return false;
    }

    /** Of selections whose answers are merged. */
    private void separate(List<SelectionDraft> merged) {
        Map<String, List<FieldDraft>> byKey = new LinkedHashMap<>();
        for (SelectionDraft selections : merged) {
            for (FieldDraft field : selections.fields()) {
                byKey.computeIfAbsent(field.slot().key(), _ -> new ArrayList<>(1))
                        .add(field);
            }
        }
        byKey.values().forEach(this::separateFields);
    }

    private void separateFields(List<FieldDraft> sameKey) {
        List<FieldDraft> kept = new ArrayList<>(sameKey.size());
        for (FieldDraft field : sameKey) {
            if (kept.isEmpty() || isAlike(kept.getFirst(), field)) {
                kept.add(field);
            } else {
                field.slot()
                        .rename(field.slot().in().keys().freshKey(field.slot().key()));
            }
        }
        List<SelectionDraft> below = kept.stream()
                .map(FieldDraft::selections)
                .filter(Objects::nonNull)
                .toList();
        if (!below.isEmpty()) {
            separate(below);
        }
    }

    private static boolean isAlike(FieldDraft one, FieldDraft other) {
        boolean isLeaf = one.selections() == null;
        return isLeaf == (other.selections() == null)
                && isAlike(one.move().type(), other.move().type(), isLeaf);
    }

    /** Whether answers of both types can be merged: the same lists and non-nulls, and the same leaf in them. */
    private static boolean isAlike(TypeRef one, TypeRef other, boolean isLeaf) {
        if (one instanceof NonNullType(TypeRef of) && other instanceof NonNullType(TypeRef otherOf)) {
            return isAlike(of, otherOf, isLeaf);
        }
        if (one instanceof ListType(TypeRef of) && other instanceof ListType(TypeRef otherOf)) {
            return isAlike(of, otherOf, isLeaf);
        }
        return one.equals(other) || !isLeaf && one instanceof TypeRef.NamedType && other instanceof TypeRef.NamedType;
    }
}
