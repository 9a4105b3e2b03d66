package io.asyncflow.gateway.language;

/** What stands at the top of a document. */
public sealed interface Definition extends Node
        permits DirectiveDefinition, FragmentDefinition, OperationDefinition, SchemaDefinition, TypeDefinition {}
