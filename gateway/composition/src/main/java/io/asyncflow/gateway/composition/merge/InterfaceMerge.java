package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges interfaces, and the interface objects that other subgraphs know them as. */
final class InterfaceMerge {

    private final Scope scope;
    private final TypeMerge types;
    private final InterfaceKeys keys;
    private final InterfaceObjects interfaceObjects;
    private final FieldGathering gathering;
    private final OverrideResolution overrides;
    private final FieldMerge fields;
    private final ValueTypeFields valueTypeFields;

    InterfaceMerge(Scope scope) {
        this.scope = scope;
        types = new TypeMerge(scope);
        keys = new InterfaceKeys(scope);
        interfaceObjects = new InterfaceObjects(scope);
        gathering = new FieldGathering(scope);
        overrides = new OverrideResolution(scope);
        fields = new FieldMerge(scope);
        valueTypeFields = new ValueTypeFields(scope.findings());
    }

    InterfaceType merge(String name) {
        List<Contribution<FieldsDefinition>> contributions =
                Contribution.only(FieldsDefinition.class, scope.types().of(name));
        TypeMerge.Header header = types.merge(name, contributions);
        boolean hasKey = keys.check(name, contributions);
        interfaceObjects.check(name, contributions);
        Map<String, Field> merged = new LinkedHashMap<>();
        for (FieldSources source : gathering.fields(name, contributions)) {
            if (!hasKey) {
                valueTypeFields.check(HintCode.INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD, source, contributions);
            }
            Field field = fields.merge(source, overrides.resolve(source));
            if (field != null) {
                merged.put(field.name(), field);
            }
        }
        return new InterfaceType(
                name,
                header.description(),
                Implementations.of(contributions),
                merged,
                header.joins(),
                header.directives());
    }
}
