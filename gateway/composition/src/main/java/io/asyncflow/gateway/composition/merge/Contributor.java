package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One subgraph that takes part in the merge, with its members by name. */
final class Contributor {

    private final SubgraphSchema schema;
    private final Graph graph;
    private final int order;
    private final Map<String, Map<String, FieldDefinition>> fields = new HashMap<>();
    private @Nullable Map<String, List<ObjectDefinition>> implementations;
    private @Nullable FieldUses uses;

    /** @param order its place among all subgraphs */
    Contributor(SubgraphSchema schema, Graph graph, int order) {
        this.schema = schema;
        this.graph = graph;
        this.order = order;
    }

    String name() {
        return schema.name();
    }

    Graph graph() {
        return graph;
    }

    int order() {
        return order;
    }

    SubgraphSchema schema() {
        return schema;
    }

    @Nullable
    TypeDefinition type(String name) {
        return schema.types().get(name);
    }

    @Nullable
    FieldDefinition field(String type, String name) {
        return fields.computeIfAbsent(type, this::fieldsByName).get(name);
    }

    private Map<String, FieldDefinition> fieldsByName(String type) {
        Map<String, FieldDefinition> byName = new HashMap<>();
        if (schema.types().get(type) instanceof FieldsDefinition definition) {
            definition.fields().forEach(field -> byName.put(field.name(), field));
        }
        return byName;
    }

    static boolean isInterfaceObject(TypeDefinition type) {
        return type instanceof ObjectDefinition && Applications.has(type.directives(), Federation.INTERFACE_OBJECT);
    }

    /** The object types that say they implement the interface. */
    List<ObjectDefinition> implementations(String interfaceName) {
        if (implementations == null) {
            implementations = readImplementations();
        }
        return implementations.getOrDefault(interfaceName, List.of());
    }

    private Map<String, List<ObjectDefinition>> readImplementations() {
        Map<String, List<ObjectDefinition>> byInterface = new HashMap<>();
        for (TypeDefinition type : schema.types().values()) {
            if (type instanceof ObjectDefinition object) {
                for (String name : object.interfaces()) {
                    byInterface.computeIfAbsent(name, key -> new ArrayList<>()).add(object);
                }
            }
        }
        return byInterface;
    }

    static boolean isExternal(FieldDefinition field) {
        return Applications.has(field.directives(), Federation.EXTERNAL);
    }

    /** Whether the subgraph names the field without ever resolving it, not even where something provides it. */
    boolean isFullyExternal(String type, FieldDefinition field) {
        return isExternal(field) && !uses().isProvided(type, field.name());
    }

    boolean isShareable(String type, FieldDefinition field) {
        return Applications.has(field.directives(), Federation.SHAREABLE)
                || uses().isKey(type, field.name())
                || (isExternal(field) && uses().isProvided(type, field.name()));
    }

    /** Whether something else in the subgraph relies on the field. */
    boolean isUsed(String type, FieldDefinition field) {
        return uses().isUsed(type, field.name());
    }

    private FieldUses uses() {
        if (uses == null) {
            uses = new FieldUses(this);
        }
        return uses;
    }
}
