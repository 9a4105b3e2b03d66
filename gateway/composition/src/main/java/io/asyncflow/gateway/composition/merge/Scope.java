package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.directive.MergedDirectives;
import java.util.List;

/** What all merges share: who takes part and what they define, and where findings go. */
record Scope(
        List<Contributor> contributors,
        TypeIndex types,
        Hierarchy hierarchy,
        Subtyping subtyping,
        EnumUsages enumUsages,
        MergedDirectives directives,
        Findings findings) {

    static Scope of(List<Contributor> contributors, MergedDirectives directives) {
        TypeIndex types = new TypeIndex(contributors);
        Hierarchy hierarchy = new Hierarchy(types);
        return new Scope(
                List.copyOf(contributors),
                types,
                hierarchy,
                new Subtyping(types, hierarchy),
                new EnumUsages(),
                directives,
                new Findings());
    }
}
