import { parsed } from "./document.js";
import { GraphQL, h } from "./libraries.js";
import { conditionsText, lookupText, pathText } from "./plan-boxes.js";
import { millisText } from "./plan-drawing.js";

/** All that is known of one fetch: when it is made, what it sends, and how long it took. */
export function FetchDetails({ fetch, times, close }) {
  return h(
    "section",
    { className: "plan-details", "aria-label": `Fetch ${fetch.id}` },
    h(
      "header",
      null,
      h("strong", null, `Fetch ${fetch.id} from ${fetch.subgraph}`),
      h("button", { type: "button", className: "plan-close", onClick: close, "aria-label": "Close" }, "\u00d7"),
    ),
    h(
      "dl",
      null,
      facts(fetch, times).flatMap(([name, value]) => [
        h("dt", { key: name }, name),
        h("dd", { key: `${name}:` }, value),
      ]),
    ),
    h("pre", { className: "plan-document" }, printed(fetch.document)),
  );
}

function facts(fetch, times) {
  const lookups = (fetch.lookups ?? []).map(lookupText);
  const contexts = (fetch.lookups ?? []).flatMap((lookup) => lookup.contexts).map(({ variable }) => `$${variable}`);
  return [
    ["waits for", fetch.parents.length > 0 ? fetch.parents.map((id) => `fetch ${id}`).join(", ") : "nothing"],
    ["only if", conditionsText(fetch.conditions)],
    ["in", pathText(fetch.path ?? [])],
    ["for", lookups.join("\n")],
    ["from around", contexts.join(", ")],
    ["variables", fetch.variables.map((name) => `$${name}`).join(", ")],
    ["time", times && timesText(times)],
    ["failed", times?.code],
  ].filter(([, value]) => value);
}

function timesText({ startMillis, millis, requests }) {
  const made = requests === 1 ? "1 request" : `${requests} requests`;
  return `${millisText(millis)}, begun after ${millisText(startMillis)}, ${made}`;
}

function printed(source) {
  const document = parsed(source);
  return document ? GraphQL.print(document) : source;
}
