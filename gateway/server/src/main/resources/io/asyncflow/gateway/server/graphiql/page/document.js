import { GraphQL } from "./libraries.js";

/** The document, or null where it does not parse. */
export function parsed(text) {
  try {
    return GraphQL.parse(text);
  } catch {
    return null;
  }
}

export function operationsOf(document) {
  return document?.definitions.filter((definition) => definition.kind === GraphQL.Kind.OPERATION_DEFINITION) ?? [];
}

/** The operation of that name, or the first one. */
export function operationOf(document, name) {
  const operations = operationsOf(document);
  return operations.find((operation) => name && operation.name?.value === name) ?? operations[0] ?? null;
}
