package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives an object type those fields of its interfaces that only interface objects resolve. They come from no subgraph
 * directly, which their join says:
 *
 * <pre>
 *   a: interface Media { id: ID! }  type Book implements Media { id: ID! }
 *   b: type Media @interfaceObject { id: ID! rating: Int }
 *   supergraph: type Book { id: ID!  rating: Int @join__field }
 * </pre>
 */
final class InterfaceObjectFields {

    private static final FieldJoin FROM_NO_GRAPH =
            new FieldJoin(null, null, null, null, false, null, false, null, List.of());

    private final Scope scope;
    private final Map<String, InterfaceType> interfaces;
    private final FieldGathering gathering;
    private final FieldSharing sharing;

    InterfaceObjectFields(Scope scope, Map<String, InterfaceType> interfaces) {
        this.scope = scope;
        this.interfaces = interfaces;
        gathering = new FieldGathering(scope);
        sharing = new FieldSharing(scope.findings());
    }

    void addMissing(String type, List<FieldSources> own, Map<String, Field> merged) {
        Set<String> implemented = scope.hierarchy().interfacesOf(type);
        if (implemented.isEmpty()) {
            return;
        }
        Set<String> present = own.stream().map(FieldSources::name).collect(Collectors.toSet());
        for (String name : implemented) {
            InterfaceType implementedType = interfaces.get(name);
            if (implementedType != null && hasInterfaceObject(name)) {
                addMissing(type, implementedType, present, merged);
            }
        }
    }

    private boolean hasInterfaceObject(String interfaceName) {
        return scope.types().of(interfaceName).stream().anyMatch(each -> Contributor.isInterfaceObject(each.element()));
    }

    private void addMissing(String type, InterfaceType implemented, Set<String> present, Map<String, Field> merged) {
        for (Field field : implemented.fields().values()) {
            Field existing = merged.get(field.name());
            boolean isMissing = existing == null && !present.contains(field.name());
            boolean isExternal = existing != null && isExternalEverywhere(existing);
            if ((isMissing || isExternal) && isResolvedByInterfaceObject(implemented.name(), field.name())) {
                merged.put(
                        field.name(),
                        existing == null ? inherited(type, field) : withDirectives(type, existing, field));
            }
            if (isMissing && merged.containsKey(field.name())) {
                sharing.check(gathering.abstracted(type, field.name()), Overrides.NONE);
            }
        }
    }

    private boolean isResolvedByInterfaceObject(String interfaceName, String field) {
        for (Contribution<TypeDefinition> each : scope.types().of(interfaceName)) {
            FieldDefinition definition = each.by().field(interfaceName, field);
            if (definition != null
                    && Contributor.isInterfaceObject(each.element())
                    && !Contributor.isExternal(definition)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExternalEverywhere(Field field) {
        return !field.joins().isEmpty() && field.joins().stream().allMatch(FieldJoin::external);
    }

    /** A field that the type names but only the interface object resolves: what is said of it is said there. */
    private Field withDirectives(String type, Field own, Field ofInterface) {
        return new Field(
                own.name(),
                own.description(),
                own.arguments(),
                own.type(),
                own.joins(),
                scope.directives().inherit(Coordinate.of(type, own.name()), ofInterface.directives()));
    }

    private Field inherited(String type, Field field) {
        return new Field(
                field.name(),
                field.description(),
                field.arguments(),
                field.type(),
                List.of(FROM_NO_GRAPH),
                scope.directives().inherit(Coordinate.of(type, field.name()), field.directives()));
    }
}
