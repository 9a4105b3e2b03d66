package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;

/** All rules over the merged supergraph. */
public final class SupergraphRules {

    private static final List<SupergraphRule> ACCESS_CONTROL = List.of(new MissingTransitiveAuthRequirements());

    private static final List<SupergraphRule> GRAPHQL =
            List.of(new DirectivesFit(), new RequiredIsNotDeprecated(), new DefaultValuesFit());

    private static final List<SupergraphRule> INACCESSIBLE = List.of(
            new DisallowedInaccessible(),
            new QueryRootTypeInaccessible(),
            new ReferencedInaccessible(),
            new OnlyInaccessibleChildren(),
            new ImplementedByInaccessible(),
            new RequiredInaccessible(),
            new DefaultValueUsesInaccessible());

    private SupergraphRules() {}

    /**
     * What is wrong with the supergraph.
     *
     * @param schemas the subgraphs it is merged from, for the places of the problems
     */
    public static List<Problem> check(Supergraph supergraph, List<SubgraphSchema> schemas) {
        Subject subject = new Subject(supergraph, new Visibility(supergraph), new Sources(schemas));
        List<Problem> problems = check(ACCESS_CONTROL, subject);
        if (problems.isEmpty()) {
            problems = check(GRAPHQL, subject);
        }
        return problems.isEmpty() && subject.visibility().hidesAnything() ? check(INACCESSIBLE, subject) : problems;
    }

    private static List<Problem> check(List<SupergraphRule> rules, Subject subject) {
        return rules.stream().flatMap(rule -> rule.check(subject).stream()).toList();
    }
}
