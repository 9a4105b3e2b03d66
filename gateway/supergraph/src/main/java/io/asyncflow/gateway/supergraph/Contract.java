package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.OperationType;
import java.util.Set;

/**
 * A part of the graph for certain clients, chosen by {@code @tag}.
 *
 * <ul>
 *   <li>What has an excluded tag is hidden, whatever else it has. A tag of an object, interface or input type counts for
 *       all its fields, and one of an enum for all its values.
 *   <li>If any tags are included, then fields of objects and interfaces and unions are hidden unless they have one.
 *   <li>What cannot do without something hidden is hidden with it: fields of a hidden type, types without anything left,
 *       interface fields that an implementation hides, inputs that lack a required part.
 *   <li>Types that no operation can reach any more are hidden if the contract says so.
 * </ul>
 *
 * <p>Hidden elements are {@code @inaccessible} in the supergraph of the contract: subgraphs still exchange them.
 */
public record Contract(Set<String> include, Set<String> exclude, boolean hideUnreachableTypes) {

    public Contract {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
        for (String tag : include) {
            if (exclude.contains(tag)) {
                throw new IllegalArgumentException(
                        "The tag \"" + tag + "\" is both included and excluded; decide for one.");
            }
        }
    }

    /** @throws ContractException where nothing of the query type is left */
    public Supergraph apply(Supergraph supergraph) {
        Hidden hidden = new Hidden(supergraph);
        new TagFilter(this, supergraph).hide(hidden);
        new HiddenDependents(supergraph, hidden).hide();
        String query = supergraph.roots().get(OperationType.QUERY);
        if (query == null || hidden.has(query)) {
            throw new ContractException("The contract hides all of the query type " + query
                    + ": tag at least one of its fields with one of " + include + ", or exclude fewer tags than "
                    + exclude + ".");
        }
        if (hideUnreachableTypes) {
            new ReachableTypes(supergraph, hidden).hideOthers();
        }
        return new HiddenMarks(supergraph, hidden).marked();
    }
}
