package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import java.util.List;

/** GraphQL's rules in two steps: what does not even refer to things that are there needs no further look. */
public final class GraphQlRules {

    private static final List<Rule> REFERENCES = List.of(
            new RootsAreObjects(),
            new DirectivesAreKnown(),
            new FieldsAreUnique(),
            new FieldTypesFit(),
            new InterfacesAreInterfaces(),
            new MembersAreObjects());

    private static final List<Rule> VALIDITY = List.of(
            new NamesAreFree(),
            new TypesHaveMembers(),
            new DefaultsFit(),
            new RequiredIsNotDeprecated(),
            new InterfacesAreImplemented(),
            new InputsEnd(),
            new OneOfFieldsAreOptional(),
            new DirectivesStandWhereTheyMay(),
            new DirectivesRepeatWhereTheyMay(),
            new DirectiveArgumentsFit(),
            new ImportsAreNotShadowed());

    private GraphQlRules() {}

    public static void check(Draft draft, Reporter reporter) {
        REFERENCES.forEach(rule -> rule.check(draft, reporter));
        if (reporter.clean()) {
            VALIDITY.forEach(rule -> rule.check(draft, reporter));
        }
    }
}
