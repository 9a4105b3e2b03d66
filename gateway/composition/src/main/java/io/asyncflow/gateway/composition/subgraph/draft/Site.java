package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;

/** Where a directive is applied. Types come as the part, definition or extension, that carries it. */
public sealed interface Site {

    /** What GraphQL calls this place. */
    String location();

    /** What the place is called in messages. */
    String coordinate();

    Node node();

    record OnSchema(SchemaDefinition node) implements Site {

        @Override
        public String location() {
            return "SCHEMA";
        }

        @Override
        public String coordinate() {
            return "the schema";
        }
    }

    record OnType(TypeDefinition node) implements Site {

        @Override
        public String location() {
            return switch (node) {
                case ScalarDefinition _ -> "SCALAR";
                case ObjectDefinition _ -> "OBJECT";
                case InterfaceDefinition _ -> "INTERFACE";
                case UnionDefinition _ -> "UNION";
                case EnumDefinition _ -> "ENUM";
                case InputDefinition _ -> "INPUT_OBJECT";
            };
        }

        @Override
        public String coordinate() {
            return node.name();
        }
    }

    record OnField(FieldsDefinition type, FieldDefinition node) implements Site {

        @Override
        public String location() {
            return "FIELD_DEFINITION";
        }

        @Override
        public String coordinate() {
            return type.name() + "." + node.name();
        }
    }

    record OnArgument(FieldsDefinition type, FieldDefinition field, InputValueDefinition node) implements Site {

        @Override
        public String location() {
            return "ARGUMENT_DEFINITION";
        }

        @Override
        public String coordinate() {
            return type.name() + "." + field.name() + "(" + node.name() + ":)";
        }
    }

    record OnInputField(InputDefinition type, InputValueDefinition node) implements Site {

        @Override
        public String location() {
            return "INPUT_FIELD_DEFINITION";
        }

        @Override
        public String coordinate() {
            return type.name() + "." + node.name();
        }
    }

    record OnEnumValue(EnumDefinition type, EnumValueDefinition node) implements Site {

        @Override
        public String location() {
            return "ENUM_VALUE";
        }

        @Override
        public String coordinate() {
            return type.name() + "." + node.name();
        }
    }

    record OnDirectiveArgument(DirectiveDefinition directive, InputValueDefinition node) implements Site {

        @Override
        public String location() {
            return "ARGUMENT_DEFINITION";
        }

        @Override
        public String coordinate() {
            return "@" + directive.name() + "(" + node.name() + ":)";
        }
    }
}
