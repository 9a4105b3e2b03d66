package io.asyncflow.gateway.language;

/** A part of a document. */
public sealed interface Node
        permits Argument,
                Definition,
                Directive,
                EnumValueDefinition,
                FieldDefinition,
                InputValueDefinition,
                Selection,
                VariableDefinition {

    Position position();
}
