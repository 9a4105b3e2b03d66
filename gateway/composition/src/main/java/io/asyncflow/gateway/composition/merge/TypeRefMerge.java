package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeRef;
import java.util.List;
import java.util.function.Function;

/**
 * Merges the types that subgraphs give a field or an argument. What clients get may be of the widest type, what they
 * send must be of the narrowest:
 *
 * <pre>
 *   a: price: Int!    b: price: Int       supergraph: price: Int
 *   a: in(size: Int!) b: in(size: Int)    supergraph: in(size: Int!)
 * </pre>
 */
final class TypeRefMerge {

    /** What has the type. */
    enum Slot {
        FIELD("Field", ErrorCode.FIELD_TYPE_MISMATCH, HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE, false),
        INPUT_FIELD(
                "Input field", ErrorCode.FIELD_TYPE_MISMATCH, HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE, true),
        ARGUMENT(
                "Argument",
                ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH,
                HintCode.INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE,
                true);

        private final String words;
        private final ErrorCode mismatch;
        private final HintCode inconsistent;
        private final boolean input;

        Slot(String words, ErrorCode mismatch, HintCode inconsistent, boolean input) {
            this.words = words;
            this.mismatch = mismatch;
            this.inconsistent = inconsistent;
            this.input = input;
        }
    }

    /** @param allEqual whether every subgraph has this very type */
    record MergedTypeRef(TypeRef type, boolean allEqual) {}

    private final Scope scope;

    TypeRefMerge(Scope scope) {
        this.scope = scope;
    }

    /** Merges at least one contribution. */
    <T extends Node> MergedTypeRef merge(
            String coordinate, Slot slot, List<Contribution<T>> contributions, Function<T, TypeRef> type) {
        Contributor by = contributions.getFirst().by();
        TypeRef merged = type.apply(contributions.getFirst().element());
        boolean equal = true;
        boolean compatible = true;
        for (Contribution<T> each : contributions) {
            TypeRef next = type.apply(each.element());
            if (merged.equals(next)) {
                by = each.by();
                continue;
            }
            equal = false;
            boolean narrower = scope.subtyping().isStrictSubtype(merged, next, by);
            boolean wider = !narrower && scope.subtyping().isStrictSubtype(next, merged, each.by());
            compatible &= narrower || wider;
            if (slot.input ? narrower : wider) {
                merged = next;
                by = each.by();
            }
        }
        recordUsage(coordinate, slot, merged, contributions.getFirst());
        if (!compatible) {
            mismatch(coordinate, slot, contributions, type);
        } else if (!equal) {
            inconsistency(coordinate, slot, merged, contributions, type);
        }
        return new MergedTypeRef(merged, equal);
    }

    private void recordUsage(String coordinate, Slot slot, TypeRef merged, Contribution<?> example) {
        String name = merged.name();
        if (scope.types().kind(name) == Kind.ENUM) {
            scope.enumUsages().add(name, slot.input, new EnumUsages.Usage(coordinate, example.place()));
        }
    }

    private <T extends Node> void mismatch(
            String coordinate, Slot slot, List<Contribution<T>> contributions, Function<T, TypeRef> type) {
        scope.findings()
                .problem(
                        slot.mismatch,
                        slot.words + " \"" + coordinate + "\" has types that do not go together: "
                                + Wording.distribution(contributions, quoted(type))
                                + ". Give it the same type everywhere, or types of which one includes the others.",
                        Contribution.places(contributions));
    }

    private <T extends Node> void inconsistency(
            String coordinate,
            Slot slot,
            TypeRef merged,
            List<Contribution<T>> contributions,
            Function<T, TypeRef> type) {
        scope.findings()
                .hint(
                        slot.inconsistent,
                        slot.words + " \"" + coordinate + "\" has different types: "
                                + Wording.distribution(contributions, quoted(type))
                                + ". The supergraph uses \"" + merged + "\", which suits all of them.",
                        Contribution.places(contributions));
    }

    private static <T> Function<T, String> quoted(Function<T, TypeRef> type) {
        return element -> "\"" + type.apply(element) + "\"";
    }
}
