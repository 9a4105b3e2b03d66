import { parsed } from "./document.js";
import { GraphQL } from "./libraries.js";

const MOST_LINES = 4;

/** What the drawing says of each fetch of a plan. */
export function boxesOf(plan) {
  return plan.fetches.map((fetch) => ({
    id: fetch.id,
    subgraph: fetch.subgraph,
    parents: fetch.parents,
    kind: fetch.kind,
    deferred: fetch.deferral > 0,
    asks: shortened(asked(fetch)),
    places: shortened(placesOf(fetch)),
    remarks: remarks(fetch, plan),
  }));
}

/** `cart.lines.nodes@`, as the plan's text form writes it. */
export function pathText(path) {
  return path.map(({ types, key, lists }) => narrowed(types) + key + "@".repeat(lists)).join(".");
}

/** The objects that a lookup is about: `cart.lines.nodes@: Product { id }`. */
export function lookupText({ path, representations }) {
  const objects = representations.map(({ types, typename, inputs }) => {
    const given = types.length > 0 && types.join() !== typename ? `${types.join(", ")} as ` : "";
    return `${given}${typename} { ${inputs.map(({ name }) => name).join(" ")} }`;
  });
  return `${pathText(path)}: ${objects.join(", ")}`;
}

/** `$a and not $b` */
export function conditionsText(conditions) {
  return conditions.map(({ variable, expected }) => `${expected ? "" : "not "}$${variable}`).join(" and ");
}

function narrowed(types) {
  return types.length > 0 ? `|${types.join("|")}.` : "";
}

function placesOf(fetch) {
  const paths = fetch.kind === "entities" ? fetch.lookups.map(({ path }) => path) : [fetch.path ?? []];
  return [...new Set(paths.map(pathText))].filter((path) => path !== "").map((path) => `at ${path}`);
}

function remarks(fetch, plan) {
  const part = plan.deferred.find(({ id }) => id === fetch.deferral);
  return [
    fetch.kind === "subscription" && "once; what follows, for each event",
    fetch.deferral > 0 && (part?.label ? `deferred: "${part.label}"` : `deferred: part ${fetch.deferral}`),
    fetch.conditions.length > 0 && `only if ${conditionsText(fetch.conditions)}`,
  ].filter(Boolean);
}

/** For the root, its fields; for entities, the fields of each type. */
function asked(fetch) {
  const [operation] = parsed(fetch.document)?.definitions ?? [];
  const fields = operation?.selectionSet.selections ?? [];
  return fetch.kind === "entities"
    ? fields.flatMap((lookup) => lookup.selectionSet.selections.map(selectionText))
    : fields.map(selectionText);
}

function selectionText(selection) {
  const inside = selection.selectionSet?.selections.map(nameOf).join(" ");
  return inside ? `${nameOf(selection)} { ${inside} }` : nameOf(selection);
}

function nameOf(selection) {
  switch (selection.kind) {
    case GraphQL.Kind.FIELD:
      return selection.name.value;
    case GraphQL.Kind.INLINE_FRAGMENT:
      return selection.typeCondition?.name.value ?? "...";
    default:
      return `...${selection.name.value}`;
  }
}

function shortened(lines) {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines;
}
