package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.List;

/** Hints at fields of a type without keys that some subgraphs with the type do not have. */
final class ValueTypeFields {

    private final Findings findings;

    ValueTypeFields(Findings findings) {
        this.findings = findings;
    }

    void check(HintCode code, FieldSources field, List<Contribution<FieldsDefinition>> types) {
        if (field.lacking().stream().allMatch(by -> isExcused(by, types)) || isResolvedByInterfaceObject(field)) {
            return;
        }
        findings.hint(
                code,
                "Field \"" + field.coordinate() + "\" is "
                        + Wording.presence(field.contributions(), field.lacking())
                        + ", which has the type too. Add it there, or queries may not reach it.",
                Contribution.places(types));
    }

    /** The subgraph only names what others resolve, or only adds to what others have. */
    private static boolean isExcused(Contributor by, List<Contribution<FieldsDefinition>> types) {
        return types.stream()
                .filter(each -> each.by() == by)
                .allMatch(each -> Contributor.isInterfaceObject(each.element())
                        || each.element().fields().stream().allMatch(Contributor::isExternal));
    }

    private static boolean isResolvedByInterfaceObject(FieldSources field) {
        return field.contributions().stream()
                .anyMatch(each -> each.by().type(field.type()) instanceof ObjectDefinition type
                        && Contributor.isInterfaceObject(type)
                        && !Contributor.isExternal(each.element()));
    }
}
