package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE: access is granted to what is resolved, not to what it is seen as. */
final class AuthRequirementsAppliedOnInterface implements FederationRule {

    private static final List<String> DIRECTIVES =
            List.of(Federation.AUTHENTICATED, Federation.REQUIRES_SCOPES, Federation.POLICY);

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (String directive : DIRECTIVES) {
            for (Applied applied : facts.applications(directive)) {
                String what = what(facts, applied.site());
                if (what != null) {
                    reporter.report(
                            ErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
                            "%s is %s and cannot have %s; put it on the object types behind it."
                                    .formatted(applied.site().coordinate(), what, applied.shown()),
                            applied.directive());
                }
            }
        }
    }

    private static @Nullable String what(Facts facts, Site site) {
        return switch (site) {
            case OnType(InterfaceDefinition _) -> "an interface";
            case OnField(InterfaceDefinition _, var _) -> "a field of an interface";
            case OnType(ObjectDefinition type) when isInterfaceObject(facts, type) -> "an @interfaceObject";
            default -> null;
        };
    }

    private static boolean isInterfaceObject(Facts facts, ObjectDefinition type) {
        TypeDefinition whole = facts.draft().types().get(type.name());
        return whole != null && Draft.has(whole.directives(), Federation.INTERFACE_OBJECT);
    }
}
