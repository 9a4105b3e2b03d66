package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.List;

/** TYPE_KIND_MISMATCH; and INTERFACE_OBJECT_USAGE_ERROR, where no subgraph has the interface that others abstract. */
final class KindMismatch {

    private final TypeIndex types;
    private final Findings findings;

    KindMismatch(TypeIndex types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    void check() {
        for (String name : types.names()) {
            List<Contribution<TypeDefinition>> all = types.all(name);
            if (all.stream().anyMatch(each -> Kind.of(each.element()) != types.kind(name))) {
                mismatch(name, all);
            }
        }
        for (String name : types.names(Kind.INTERFACE)) {
            List<Contribution<TypeDefinition>> all = types.all(name);
            if (all.stream().allMatch(each -> Contributor.isInterfaceObject(each.element()))) {
                noInterface(name, all);
            }
        }
    }

    private void mismatch(String name, List<Contribution<TypeDefinition>> all) {
        findings.problem(
                ErrorCode.TYPE_KIND_MISMATCH,
                "Type \"" + name + "\" is not the same kind of type everywhere: "
                        + Wording.distribution(all, Kind::written)
                        + ". Make it one kind in all subgraphs, or rename one of the types.",
                Contribution.places(all));
    }

    private void noInterface(String name, List<Contribution<TypeDefinition>> all) {
        findings.problem(
                ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                "Type \"" + name + "\" has @interfaceObject in every subgraph that defines it ("
                        + Wording.subgraphs(all) + "). Define it as an interface in the subgraph that knows its"
                        + " implementations, or remove @interfaceObject.",
                Contribution.places(all));
    }
}
