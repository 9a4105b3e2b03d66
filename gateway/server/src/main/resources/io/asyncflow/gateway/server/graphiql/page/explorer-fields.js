import { Arguments } from "./explorer-arguments.js";
import { GraphQL, h } from "./libraries.js";
import { fragmentOn, newField, without, withSelection } from "./selection.js";
import { Tick } from "./tick.js";

const { Kind } = GraphQL;

/** The fields of a type, those that are asked for ticked and open. */
export function Fields({ schema, type, selections, change }) {
  const put = (before, after) => change(after ? withSelection(selections, before, after) : without(selections, before));
  return h(
    "ul",
    { className: "explorer-fields" },
    ...fieldsOf(type).map((field) =>
      h(Field, { key: field.name, schema, field, node: askedField(selections, field), put }),
    ),
    ...narrower(schema, type).map((narrow) =>
      h(Fragment, { key: `on ${narrow.name}`, schema, type: narrow, node: fragmentFor(selections, narrow), put }),
    ),
    ...otherFragments(schema, type, selections).map((node, index) =>
      h(Fragment, { key: index, schema, type: fragmentType(schema, type, node), node, put }),
    ),
  );
}

function Field({ schema, field, node, put }) {
  const type = GraphQL.getNamedType(field.type);
  const open = node && GraphQL.isCompositeType(type);
  return h(
    "li",
    null,
    h(Tick, {
      label: field.name,
      hint: field.description,
      faded: field.deprecationReason != null,
      ticked: Boolean(node),
      tick: () => put(node, node ? null : newField(field)),
    }),
    node && field.args.length > 0 && h(Arguments, { field, node, change: (changed) => put(node, changed) }),
    open && h(Inside, { schema, type, node, put }),
  );
}

function Fragment({ schema, type, node, put }) {
  return h(
    "li",
    null,
    h(Tick, {
      label: labelOf(node, type),
      ticked: Boolean(node),
      tick: () => put(node, node ? null : fragmentOn(type)),
    }),
    node?.selectionSet && h(Inside, { schema, type, node, put }),
  );
}

function Inside({ schema, type, node, put }) {
  return h(Fields, {
    schema,
    type,
    selections: node.selectionSet?.selections ?? [],
    change: (selections) => put(node, { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  });
}

function fieldsOf(type) {
  return GraphQL.isUnionType(type) ? [] : Object.values(type.getFields());
}

function narrower(schema, type) {
  return GraphQL.isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

function askedField(selections, field) {
  return selections.find((node) => node.kind === Kind.FIELD && node.name.value === field.name);
}

function fragmentFor(selections, type) {
  return selections.find((node) => node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === type.name);
}

/** Fragments that are there without one offering them: named ones, and those that only carry a directive. */
function otherFragments(schema, type, selections) {
  const offered = narrower(schema, type).map((narrow) => fragmentFor(selections, narrow));
  return selections.filter((node) => node.kind !== Kind.FIELD && !offered.includes(node));
}

function fragmentType(schema, type, node) {
  return schema.getType(node.typeCondition?.name.value ?? "") ?? type;
}

function labelOf(node, type) {
  const directives = (node?.directives ?? []).map((directive) => ` ${GraphQL.print(directive)}`).join("");
  switch (node?.kind) {
    case Kind.FRAGMENT_SPREAD:
      return `...${node.name.value}${directives}`;
    case Kind.INLINE_FRAGMENT:
      return `...${node.typeCondition ? ` on ${node.typeCondition.name.value}` : ""}${directives}`;
    default:
      return `... on ${type.name}`;
  }
}
