import { operationsOf, parsed } from "./document.js";
import { Fields } from "./explorer-fields.js";
import { GraphQL, h, useOperationsEditorState, useOptimisticState, useRef, useSchemaContext } from "./libraries.js";
import { newOperation } from "./selection.js";

/** The panel in which operations are clicked together: every field and argument of the schema, with a box to tick. */
export function explorerPlugin() {
  return { title: "Explorer", icon: ExplorerIcon, content: Explorer };
}

function Explorer() {
  const { schema } = useSchemaContext({ nonNull: true });
  const [text, setText] = useOptimisticState(useOperationsEditorState());
  const last = useRef(null);
  last.current = text.trim() === "" ? { kind: GraphQL.Kind.DOCUMENT, definitions: [] } : (parsed(text) ?? last.current);
  const document = last.current;
  if (!schema || !document) {
    return h(
      Frame,
      null,
      h(
        "p",
        { className: "plan-message" },
        schema ? "The document has a mistake in its syntax." : "There is no schema yet.",
      ),
    );
  }
  const change = (definitions) => setText(GraphQL.print({ ...document, definitions }));
  const replace = (before, after) =>
    change(document.definitions.map((definition) => (definition === before ? after : definition)));
  return h(
    Frame,
    null,
    ...operationsOf(document).map((operation, index) =>
      h(Operation, { key: index, schema, operation, change: (changed) => replace(operation, changed) }),
    ),
    h(NewOperations, { schema, add: (kind) => change([...document.definitions, newOperation(kind, document)]) }),
  );
}

function Frame({ children }) {
  return h("div", { className: "explorer" }, h("h2", null, "Explorer"), children);
}

function Operation({ schema, operation, change }) {
  const type = schema.getRootType(operation.operation);
  return h(
    "section",
    { "aria-label": `${operation.operation} ${operation.name?.value ?? ""}` },
    h("h3", null, h("span", { className: "explorer-keyword" }, operation.operation), ` ${operation.name?.value ?? ""}`),
    type &&
      h(Fields, {
        schema,
        type,
        selections: operation.selectionSet.selections,
        change: (selections) => change({ ...operation, selectionSet: { ...operation.selectionSet, selections } }),
      }),
  );
}

function NewOperations({ schema, add }) {
  const kinds = ["query", "mutation", "subscription"].filter((kind) => schema.getRootType(kind));
  return h(
    "p",
    { className: "explorer-new" },
    ...kinds.map((kind) => h("button", { key: kind, type: "button", onClick: () => add(kind) }, `+ ${kind}`)),
  );
}

function ExplorerIcon() {
  return h(
    "svg",
    { viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.5, height: "1em" },
    h("path", { d: "M2 4.5l2 2 3.5-4M2 14.5l2 2 3.5-4M10 5h8M10 15h8" }),
  );
}
