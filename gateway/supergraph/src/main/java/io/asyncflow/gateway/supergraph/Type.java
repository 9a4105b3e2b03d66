package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of the supergraph. Its directives are all but the join specification's; of those, {@code @join__directive} is
 * among them, for it says of a subgraph's directive what no join does.
 */
public sealed interface Type {

    String name();

    @Nullable
    String description();

    List<TypeJoin> joins();

    List<Directive> directives();

    /** A type with fields that can be selected. */
    sealed interface FieldsType extends Type permits ObjectType, InterfaceType {

        List<Implementation> implementations();

        Map<String, Field> fields();
    }

    /** That the type implements the interface in one subgraph ({@code @join__implements}). */
    record Implementation(Graph graph, String interfaceName) {}

    record ObjectType(
            String name,
            @Nullable String description,
            List<Implementation> implementations,
            Map<String, Field> fields,
            List<TypeJoin> joins,
            List<Directive> directives)
            implements FieldsType {

        public ObjectType {
            implementations = List.copyOf(implementations);
            fields = Ordered.copyOf(fields);
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }
    }

    record InterfaceType(
            String name,
            @Nullable String description,
            List<Implementation> implementations,
            Map<String, Field> fields,
            List<TypeJoin> joins,
            List<Directive> directives)
            implements FieldsType {

        public InterfaceType {
            implementations = List.copyOf(implementations);
            fields = Ordered.copyOf(fields);
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }
    }

    record ScalarType(String name, @Nullable String description, List<TypeJoin> joins, List<Directive> directives)
            implements Type {

        public ScalarType {
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }
    }

    record UnionType(
            String name,
            @Nullable String description,
            List<Member> members,
            List<TypeJoin> joins,
            List<Directive> directives)
            implements Type {

        public UnionType {
            members = List.copyOf(members);
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }

        /** A member, and the subgraphs that have it in the union. */
        public record Member(String name, List<Graph> graphs) {

            public Member {
                graphs = List.copyOf(graphs);
            }
        }
    }

    record EnumType(
            String name,
            @Nullable String description,
            Map<String, EnumValue> values,
            List<TypeJoin> joins,
            List<Directive> directives)
            implements Type {

        public EnumType {
            values = Ordered.copyOf(values);
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }

        /** A value, and the subgraphs that have it. */
        public record EnumValue(
                String name, @Nullable String description, List<Graph> graphs, List<Directive> directives) {

            public EnumValue {
                graphs = List.copyOf(graphs);
                directives = List.copyOf(directives);
            }
        }
    }

    record InputType(
            String name,
            @Nullable String description,
            Map<String, InputField> fields,
            List<TypeJoin> joins,
            List<Directive> directives)
            implements Type {

        public InputType {
            fields = Ordered.copyOf(fields);
            joins = List.copyOf(joins);
            directives = List.copyOf(directives);
        }

        /** A field of an input type; {@code joins} as for a {@link Field}. */
        public record InputField(
                String name,
                @Nullable String description,
                TypeRef type,
                @Nullable Value defaultValue,
                List<FieldJoin> joins,
                List<Directive> directives) {

            public InputField {
                joins = List.copyOf(joins);
                directives = List.copyOf(directives);
            }
        }
    }
}
