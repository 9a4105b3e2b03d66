package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges object types: the supergraph's has the fields of all of them. */
final class ObjectMerge {

    private final Scope scope;
    private final TypeMerge types;
    private final FieldGathering gathering;
    private final OverrideResolution overrides;
    private final FieldMerge fields;
    private final FieldSharing sharing;
    private final ValueTypeFields valueTypeFields;
    private final InterfaceObjectFields interfaceObjectFields;

    /** @param interfaces all interfaces of the supergraph, whose fields interface objects may resolve */
    ObjectMerge(Scope scope, Map<String, InterfaceType> interfaces) {
        this.scope = scope;
        types = new TypeMerge(scope);
        gathering = new FieldGathering(scope);
        overrides = new OverrideResolution(scope);
        fields = new FieldMerge(scope);
        sharing = new FieldSharing(scope.findings());
        valueTypeFields = new ValueTypeFields(scope.findings());
        interfaceObjectFields = new InterfaceObjectFields(scope, interfaces);
    }

    /** The type, or null for a Query that has no fields but Federation's. */
    @Nullable
    ObjectType merge(String name) {
        List<Contribution<FieldsDefinition>> contributions =
                Contribution.only(FieldsDefinition.class, scope.types().of(name));
        List<FieldSources> sources = gathering.fields(name, contributions);
        if (sources.isEmpty()) {
            return null;
        }
        TypeMerge.Header header = types.merge(name, contributions);
        boolean isValueType = !isEntity(name, contributions) && !OrphanExtension.isRoot(name);
        Map<String, Field> merged = new LinkedHashMap<>();
        for (FieldSources source : sources) {
            if (isValueType) {
                valueTypeFields.check(HintCode.INCONSISTENT_OBJECT_VALUE_TYPE_FIELD, source, contributions);
            }
            Field field = merge(source);
            if (field != null) {
                merged.put(field.name(), field);
            }
        }
        interfaceObjectFields.addMissing(name, sources, merged);
        return new ObjectType(
                name,
                header.description(),
                Implementations.of(contributions),
                merged,
                header.joins(),
                header.directives());
    }

    private @Nullable Field merge(FieldSources source) {
        Overrides resolved = overrides.resolve(source);
        if (source.type().equals(OperationType.SUBSCRIPTION.rootName())) {
            sharing.checkSubscription(source);
        }
        Field field = fields.merge(source, resolved);
        sharing.check(source, resolved);
        return field;
    }

    /** Whether any subgraph gives it a key; hints where others do not. */
    private boolean isEntity(String name, List<Contribution<FieldsDefinition>> contributions) {
        List<Contribution<FieldsDefinition>> entities = contributions.stream()
                .filter(each -> Applications.has(each.element().directives(), Federation.KEY))
                .toList();
        if (!entities.isEmpty() && entities.size() < contributions.size()) {
            scope.findings()
                    .hint(
                            HintCode.INCONSISTENT_ENTITY,
                            "Type \"" + name + "\" has a @key in " + Wording.subgraphs(entities) + " but none in "
                                    + Wording.contributors(Contribution.without(entities, contributions))
                                    + ". Without a key its fields there can only be reached from within that subgraph.",
                            Contribution.places(contributions));
        }
        return !entities.isEmpty();
    }
}
