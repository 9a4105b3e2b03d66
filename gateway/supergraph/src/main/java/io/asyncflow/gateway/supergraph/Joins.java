package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which subgraph has what of a supergraph, indexed for planning and satisfiability: build it once per supergraph.
 *
 * <p>Asking for a type, field or graph that does not exist is no fault; the answer is empty. All answers keep the order
 * of the supergraph.
 */
public final class Joins {

    private final Supergraph supergraph;
    private final Map<String, Graph> graphs = new LinkedHashMap<>();
    private final Map<String, TypeJoins> types = new LinkedHashMap<>();
    private final PossibleTypes possibleTypes;

    private Joins(Supergraph supergraph) {
        this.supergraph = supergraph;
        for (Graph graph : supergraph.graphs()) {
            graphs.put(graph.name(), graph);
        }
        for (Type type : supergraph.types().values()) {
            types.put(type.name(), new TypeJoins(type));
        }
        possibleTypes = new PossibleTypes(supergraph);
    }

    public static Joins of(Supergraph supergraph) {
        return new Joins(supergraph);
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /** The graph of that subgraph name. */
    public @Nullable Graph graph(String name) {
        return graphs.get(name);
    }

    /** The graphs that have the type. */
    public Set<Graph> graphs(String type) {
        return of(type).graphs();
    }

    public boolean defines(Graph graph, String type) {
        return of(type).graphs().contains(graph);
    }

    public List<TypeJoin> joins(String type, Graph graph) {
        return of(type).in(graph);
    }

    /** The keys that the type can be entered with in the graph. */
    public List<FieldSet> keys(String type, Graph graph) {
        return of(type).keys(graph, true);
    }

    /** All keys of the type in the graph, those that cannot be entered with included. */
    public List<FieldSet> allKeys(String type, Graph graph) {
        return of(type).keys(graph, false);
    }

    /** Whether the graph knows the interface as an object type. */
    public boolean isInterfaceObject(String type, Graph graph) {
        return of(type).interfaceObjectGraphs().contains(graph);
    }

    /** The graphs that know the interface as an object type. */
    public Set<Graph> interfaceObjectGraphs(String type) {
        return of(type).interfaceObjectGraphs();
    }

    /** All that have the field, externals and overridden ones included, whether the supergraph spells it out or not. */
    public List<FieldJoin> joins(String type, String field) {
        return of(type).field(field);
    }

    /** The field as the graph has it, or null where it has not. */
    public @Nullable FieldJoin join(String type, String field, Graph graph) {
        return of(type).field(field, graph);
    }

    /** The graphs that answer the field, under the conditions (requires, override label) their joins tell. */
    public List<FieldJoin> resolving(String type, String field) {
        return joins(type, field).stream().filter(FieldJoin::resolves).toList();
    }

    /** The fields of the type that the graph has, externals and overridden ones included. */
    public List<Field> fields(String type, Graph graph) {
        return of(type).fields(graph);
    }

    /** The type of the field in the graph: its own there, or the supergraph's. */
    public @Nullable TypeRef typeOf(String type, String field, Graph graph) {
        FieldJoin join = join(type, field, graph);
        if (join == null || !(supergraph.types().get(type) instanceof FieldsType fielded)) {
            return null;
        }
        Field declared = fielded.fields().get(field);
        return join.type() != null || declared == null ? join.type() : declared.type();
    }

    /** The object types a value of the type can have: itself, or the members or implementations of an abstract one. */
    public Set<String> possibleTypes(String type) {
        return possibleTypes.in(type);
    }

    /**
     * The object types a value of the type can have in the graph; none where the graph has it as an interface object,
     * for that graph does not know them.
     */
    public Set<String> possibleTypes(String type, Graph graph) {
        return isInterfaceObject(type, graph) ? Set.of() : possibleTypes.in(type, graph);
    }

    /** The interfaces of the type, in whichever graph it implements them. */
    public Set<String> interfaces(String type) {
        return of(type).interfaces();
    }

    /** Where a field of an object type can be had by way of an interface object. */
    public List<InterfaceObjectField> interfaceObjectFields(String type, String field) {
        List<InterfaceObjectField> found = new ArrayList<>();
        for (String interfaceName : interfaces(type)) {
            for (Graph graph : interfaceObjectGraphs(interfaceName)) {
                FieldJoin join = join(interfaceName, field, graph);
                if (join != null && join.resolves()) {
                    found.add(new InterfaceObjectField(interfaceName, graph, join));
                }
            }
        }
        return found;
    }

    /** A field that a graph adds to all implementations of an interface. */
    public record InterfaceObjectField(String interfaceName, Graph graph, FieldJoin join) {}

    private TypeJoins of(String type) {
        return types.getOrDefault(type, TypeJoins.NONE);
    }
}
