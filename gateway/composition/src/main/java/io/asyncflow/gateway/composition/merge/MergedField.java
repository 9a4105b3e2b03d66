package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypeRefMerge.MergedTypeRef;
import io.asyncflow.gateway.language.InputValueDefinition;
import java.util.List;

/** What those who resolve a field make of its type and arguments. */
record MergedField(MergedTypeRef type, List<InputValueDefinition> arguments) {

    MergedField {
        arguments = List.copyOf(arguments);
    }
}
