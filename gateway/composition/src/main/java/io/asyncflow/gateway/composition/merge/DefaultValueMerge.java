package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a default that all subgraphs have: what some of them need, clients must not be told they can leave out. */
final class DefaultValueMerge {

    private final Findings findings;

    DefaultValueMerge(Findings findings) {
        this.findings = findings;
    }

    /** @param mismatch the code for two different defaults */
    @Nullable
    Value merge(String what, ErrorCode mismatch, List<Contribution<InputValueDefinition>> contributions) {
        Value merged = null;
        boolean everywhere = true;
        boolean compatible = true;
        for (Contribution<InputValueDefinition> each : contributions) {
            Value value = each.element().defaultValue();
            everywhere &= value != null;
            compatible &= merged == null || value == null || DefaultValues.same(merged, value);
            merged = merged == null ? value : merged;
        }
        if (!compatible) {
            mismatch(what, mismatch, contributions);
        } else if (merged != null && !everywhere) {
            inconsistency(what, contributions);
        }
        return everywhere ? merged : null;
    }

    static String words(InputValueDefinition element) {
        Value value = element.defaultValue();
        return value == null ? "no default" : "default " + Printer.print(value);
    }

    private void mismatch(String what, ErrorCode code, List<Contribution<InputValueDefinition>> contributions) {
        findings.problem(
                code,
                what + " has different defaults: " + Wording.distribution(contributions, DefaultValueMerge::words)
                        + ". Give it one default everywhere, or none.",
                Contribution.places(contributions));
    }

    private void inconsistency(String what, List<Contribution<InputValueDefinition>> contributions) {
        findings.hint(
                HintCode.INCONSISTENT_DEFAULT_VALUE_PRESENCE,
                what + " has a default in some subgraphs only: "
                        + Wording.distribution(contributions, DefaultValueMerge::words)
                        + ". The supergraph gives it none; add the default everywhere to keep it.",
                Contribution.places(contributions));
    }
}
