package io.asyncflow.gateway.planner.plan;

import java.util.List;

/**
 * One {@code _entities} field of a request: the objects at the path are asked for by representation, and what comes back
 * for each is merged into it.
 *
 * @param key the field's name in the response
 * @param variable the variable that takes the representations
 * @param representations how an object becomes its representation: the first whose types include the object's; an
 *     object that none fits, or that lacks a value of its representation, is left out
 * @param contexts values from around the objects that fields of the request take as arguments
 */
public record Lookup(
        String key, String variable, Path path, List<Representation> representations, List<ContextValue> contexts) {

    public Lookup {
        representations = List.copyOf(representations);
        contexts = List.copyOf(contexts);
    }

    /**
     * What is sent for an object.
     *
     * @param types the types of objects that it is for; empty where it is for any
     * @param typename what is sent as {@code __typename}
     */
    public record Representation(List<String> types, String typename, List<Input> inputs) {

        public Representation {
            types = List.copyOf(types);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A value that is copied from the tree.
     *
     * @param name its name in the representation
     * @param from its name in the tree
     * @param types the types of objects that have it; empty where all have
     * @param inputs what is copied of a composite value, empty for a scalar or enum
     */
    public record Input(String name, String from, List<String> types, List<Input> inputs) {

        public Input {
            types = List.copyOf(types);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * An argument filled from an ancestor ({@code @fromContext}). Objects with different values need different requests.
     *
     * @param variable the variable of the request that takes the value
     * @param depth how many segments of the lookup's path lead to the ancestor
     * @param types the ancestor's types that it is read from; empty where it is from any
     * @param value the way from the ancestor down to the value
     */
    public record ContextValue(String variable, int depth, List<String> types, List<String> value) {

        public ContextValue {
            types = List.copyOf(types);
            value = List.copyOf(value);
        }
    }
}
