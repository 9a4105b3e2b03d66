package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges unions: the supergraph's has the members of all of them. */
final class UnionMerge {

    private final Scope scope;
    private final TypeMerge types;

    UnionMerge(Scope scope) {
        this.scope = scope;
        types = new TypeMerge(scope);
    }

    UnionType merge(String name) {
        List<Contribution<UnionDefinition>> contributions =
                Contribution.only(UnionDefinition.class, scope.types().of(name));
        TypeMerge.Header header = types.merge(name, contributions);
        Map<String, List<Contribution<UnionDefinition>>> byMember = new LinkedHashMap<>();
        for (Contribution<UnionDefinition> each : contributions) {
            for (String member : each.element().members()) {
                byMember.computeIfAbsent(member, key -> new ArrayList<>()).add(each);
            }
        }
        List<UnionType.Member> members = new ArrayList<>();
        byMember.forEach((member, with) -> {
            members.add(new UnionType.Member(member, graphs(with)));
            if (with.size() < contributions.size()) {
                hint(name, member, contributions, with);
            }
        });
        return new UnionType(name, header.description(), members, header.joins(), header.directives());
    }

    private static List<Graph> graphs(List<Contribution<UnionDefinition>> contributions) {
        return contributions.stream().map(each -> each.by().graph()).toList();
    }

    private void hint(
            String name,
            String member,
            List<Contribution<UnionDefinition>> all,
            List<Contribution<UnionDefinition>> with) {
        scope.findings()
                .hint(
                        HintCode.INCONSISTENT_UNION_MEMBER,
                        "Type \"" + member + "\" is a member of union \"" + name + "\" in " + Wording.subgraphs(with)
                                + " but not in " + Wording.contributors(Contribution.without(with, all))
                                + ". Make it one everywhere, if the others may return it too.",
                        Contribution.places(all));
    }
}
