package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.EnumUsages.Usage;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Which values an enum keeps that some subgraphs do not have: all, where clients only get them; none, where clients
 * only send them; and where they do both, that is ENUM_VALUE_MISMATCH.
 */
final class EnumValuePresence {

    private final Scope scope;

    EnumValuePresence(Scope scope) {
        this.scope = scope;
    }

    void checkUsed(String name, List<Contribution<EnumDefinition>> contributions) {
        if (scope.enumUsages().sent(name) == null && scope.enumUsages().received(name) == null) {
            scope.findings()
                    .hint(
                            HintCode.UNUSED_ENUM_TYPE,
                            "Enum \"" + name + "\" is used by no field and no argument. The supergraph has it with all"
                                    + " values of all subgraphs; remove it if nothing needs it.",
                            Contribution.places(contributions));
        }
    }

    /** @param hidden whether the value is {@code @inaccessible}, so that clients never send it */
    boolean isKept(
            String type,
            String value,
            boolean hidden,
            List<Contribution<EnumValueDefinition>> with,
            List<Contribution<EnumDefinition>> all) {
        if (with.size() == all.size()) {
            return true;
        }
        Usage sent = scope.enumUsages().sent(type);
        Usage received = scope.enumUsages().received(type);
        String presence = "Value \"" + value + "\" of enum \"" + type + "\" is "
                + Wording.presence(with, Contribution.without(with, all));
        if (sent == null) {
            hint(
                    HintCode.INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM,
                    presence + ". Clients may get it all the same.",
                    all);
            return true;
        }
        if (hidden) {
            return true;
        }
        if (received == null) {
            hint(
                    HintCode.INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM,
                    presence + ", so clients cannot send it. Add it everywhere to let them.",
                    all);
            return false;
        }
        mismatch(presence, sent, received, all);
        return true;
    }

    private void hint(HintCode code, String message, List<Contribution<EnumDefinition>> all) {
        scope.findings().hint(code, message, Contribution.places(all));
    }

    private void mismatch(String presence, Usage sent, Usage received, List<Contribution<EnumDefinition>> all) {
        List<Place> places = new ArrayList<>(Contribution.places(all));
        places.add(sent.place());
        places.add(received.place());
        scope.findings()
                .problem(
                        ErrorCode.ENUM_VALUE_MISMATCH,
                        presence + ", but clients both send the enum (\"" + sent.coordinate() + "\") and get it (\""
                                + received.coordinate() + "\"). Add the value everywhere, or make it @inaccessible.",
                        places);
    }
}
