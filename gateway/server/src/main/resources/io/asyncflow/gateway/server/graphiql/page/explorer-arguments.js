import { GraphQL, h, useEffect, useState } from "./libraries.js";
import { firstValue } from "./selection.js";
import { Tick } from "./tick.js";

const { Kind } = GraphQL;

/** The arguments of a field that is asked for, each with its value to edit. */
export function Arguments({ field, node, change }) {
  const put = (name, value) => {
    const others = node.arguments.filter((argument) => argument.name.value !== name);
    const own = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
    change({ ...node, arguments: value ? [...others, own] : others });
  };
  return h(
    "ul",
    { className: "explorer-arguments" },
    ...field.args.map((argument) => {
      const value = node.arguments.find(({ name }) => name.value === argument.name)?.value;
      return h(Argument, { key: argument.name, argument, value, put: (changed) => put(argument.name, changed) });
    }),
  );
}

function Argument({ argument, value, put }) {
  return h(
    "li",
    null,
    h(Tick, {
      label: `${argument.name}${GraphQL.isRequiredArgument(argument) ? "*" : ""}:`,
      hint: hintOf(argument),
      ticked: Boolean(value),
      tick: () => put(value ? null : firstValue(argument.type)),
    }),
    value && h(Value, { type: GraphQL.getNullableType(argument.type), name: argument.name, value, put }),
  );
}

function hintOf({ type, description }) {
  return description ? `${type}\n${description}` : String(type);
}

function Value({ type, name, value, put }) {
  const choices = choicesOf(type);
  return choices && value.kind !== Kind.VARIABLE
    ? h(
        "select",
        {
          value: GraphQL.print(value),
          "aria-label": name,
          onChange: (event) => put(GraphQL.parseValue(event.target.value)),
        },
        ...choices.map((choice) => h("option", { key: choice }, choice)),
      )
    : h(Literal, { type, name, value, put });
}

function choicesOf(type) {
  if (type === GraphQL.GraphQLBoolean || type.name === "Boolean") {
    return ["true", "false"];
  }
  return GraphQL.isEnumType(type) ? type.getValues().map((choice) => choice.name) : null;
}

/** Text needs no quotes here; everything else is written as in a document. What is no value yet is not passed on. */
function Literal({ type, name, value, put }) {
  const known = shownAs(value);
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  const read = readAs(type, text);
  const edit = (event) => {
    setText(event.target.value);
    const changed = readAs(type, event.target.value);
    if (changed) {
      put(changed);
    }
  };
  return h("input", { type: "text", "aria-label": name, "aria-invalid": !read, value: text, onChange: edit });
}

function shownAs(value) {
  return value.kind === Kind.STRING ? value.value : GraphQL.print(value);
}

function readAs(type, text) {
  const isVariable = /^\$[_A-Za-z]\w*$/.test(text);
  if (!isVariable && (type.name === "String" || type.name === "ID")) {
    return { kind: Kind.STRING, value: text };
  }
  try {
    return GraphQL.parseValue(text);
  } catch {
    return null;
  }
}
