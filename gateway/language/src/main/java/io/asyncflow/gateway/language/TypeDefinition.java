package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named type, or an extension of one. */
public sealed interface TypeDefinition extends Definition {

    @Nullable
    String description();

    String name();

    List<Directive> directives();

    boolean extension();

    /** A type with fields that can be selected. */
    sealed interface FieldsDefinition extends TypeDefinition permits ObjectDefinition, InterfaceDefinition {

        List<String> interfaces();

        List<FieldDefinition> fields();
    }

    record ScalarDefinition(
            @Nullable String description, String name, List<Directive> directives, boolean extension, Position position)
            implements TypeDefinition {

        public ScalarDefinition {
            directives = List.copyOf(directives);
        }
    }

    record ObjectDefinition(
            @Nullable String description,
            String name,
            List<String> interfaces,
            List<Directive> directives,
            List<FieldDefinition> fields,
            boolean extension,
            Position position)
            implements FieldsDefinition {

        public ObjectDefinition {
            interfaces = List.copyOf(interfaces);
            directives = List.copyOf(directives);
            fields = List.copyOf(fields);
        }
    }

    record InterfaceDefinition(
            @Nullable String description,
            String name,
            List<String> interfaces,
            List<Directive> directives,
            List<FieldDefinition> fields,
            boolean extension,
            Position position)
            implements FieldsDefinition {

        public InterfaceDefinition {
            interfaces = List.copyOf(interfaces);
            directives = List.copyOf(directives);
            fields = List.copyOf(fields);
        }
    }

    record UnionDefinition(
            @Nullable String description,
            String name,
            List<Directive> directives,
            List<String> members,
            boolean extension,
            Position position)
            implements TypeDefinition {

        public UnionDefinition {
            directives = List.copyOf(directives);
            members = List.copyOf(members);
        }
    }

    record EnumDefinition(
            @Nullable String description,
            String name,
            List<Directive> directives,
            List<EnumValueDefinition> values,
            boolean extension,
            Position position)
            implements TypeDefinition {

        public EnumDefinition {
            directives = List.copyOf(directives);
            values = List.copyOf(values);
        }
    }

    record InputDefinition(
            @Nullable String description,
            String name,
            List<Directive> directives,
            List<InputValueDefinition> fields,
            boolean extension,
            Position position)
            implements TypeDefinition {

        public InputDefinition {
            directives = List.copyOf(directives);
            fields = List.copyOf(fields);
        }
    }
}
