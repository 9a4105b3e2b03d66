import { GraphQL } from "./libraries.js";

const { Kind } = GraphQL;

/** A field as it is first asked for: with the arguments that it must have, and one field inside. */
export function newField(field) {
  return {
    kind: Kind.FIELD,
    name: nameNode(field.name),
    arguments: field.args
      .filter(GraphQL.isRequiredArgument)
      .map(({ name, type }) => ({ kind: Kind.ARGUMENT, name: nameNode(name), value: firstValue(type) })),
    selectionSet: firstSelection(GraphQL.getNamedType(field.type)),
  };
}

export function fragmentOn(type) {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type.name) },
    selectionSet: firstSelection(type),
  };
}

export function newOperation(kind, document) {
  const names = document.definitions.map((definition) => definition.name?.value);
  const base = `My${kind[0].toUpperCase()}${kind.slice(1)}`;
  const name = [base, ...names.map((_, index) => `${base}${index + 2}`)].find(
    (candidate) => !names.includes(candidate),
  );
  return { kind: Kind.OPERATION_DEFINITION, operation: kind, name: nameNode(name), selectionSet: placeholder() };
}

/** The selections with one in the place of another, or added to them. */
export function withSelection(selections, before, after) {
  if (before) {
    return selections.map((selection) => (selection === before ? after : selection));
  }
  return isPlaceholder(selections) ? [after] : [...selections, after];
}

/** The selections without one of them; there is always something left to ask for. */
export function without(selections, unwanted) {
  const others = selections.filter((selection) => selection !== unwanted);
  return others.length > 0 ? others : placeholder().selections;
}

/** A value of that type to begin with. */
export function firstValue(type) {
  const nullable = GraphQL.getNullableType(type);
  if (GraphQL.isListType(nullable)) {
    return { kind: Kind.LIST, values: [] };
  }
  if (GraphQL.isEnumType(nullable)) {
    return { kind: Kind.ENUM, value: nullable.getValues()[0].name };
  }
  return GraphQL.isInputObjectType(nullable) ? firstObject(nullable) : firstScalar(nullable);
}

function firstObject(type) {
  const fields = Object.values(type.getFields()).filter(GraphQL.isRequiredInputField);
  return {
    kind: Kind.OBJECT,
    fields: fields.map((field) => ({
      kind: Kind.OBJECT_FIELD,
      name: nameNode(field.name),
      value: firstValue(field.type),
    })),
  };
}

function firstScalar({ name }) {
  switch (name) {
    case "Int":
    case "Float":
      return { kind: Kind.INT, value: "1" };
    case "Boolean":
      return { kind: Kind.BOOLEAN, value: true };
    default:
      return { kind: Kind.STRING, value: "" };
  }
}

function firstSelection(type) {
  if (!GraphQL.isCompositeType(type)) {
    return undefined;
  }
  const id = GraphQL.isUnionType(type) ? undefined : type.getFields().id;
  return id ? { kind: Kind.SELECTION_SET, selections: [newField(id)] } : placeholder();
}

function placeholder() {
  return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: nameNode("__typename") }] };
}

function isPlaceholder(selections) {
  return selections.length === 1 && selections[0].kind === Kind.FIELD && selections[0].name.value === "__typename";
}

function nameNode(value) {
  return { kind: Kind.NAME, value };
}
