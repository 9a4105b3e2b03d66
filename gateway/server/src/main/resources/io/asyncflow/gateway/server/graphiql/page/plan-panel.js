import { createDryRun } from "./dry-run.js";
import { h, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "./libraries.js";
import { usePlanOfTheEditor } from "./plan-asking.js";
import { boxesOf } from "./plan-boxes.js";
import { FetchDetails } from "./plan-details.js";
import { drawPlan, endOf, millisText } from "./plan-drawing.js";
import { layOut } from "./plan-layout.js";

/** The panel that draws how the gateway answers the operation in the editor, and how long that took. */
export function planPlugin(endpoint, state) {
  const dryRun = createDryRun(endpoint);
  return { title: "Query Plan", icon: PlanIcon, content: () => h(PlanPanel, { dryRun, state }) };
}

function PlanPanel({ dryRun, state }) {
  usePlanOfTheEditor(dryRun, state);
  const known = useSyncExternalStore(state.listen, state.current);
  const [asText, setAsText] = useState(false);
  return h(
    "div",
    { className: known.outdated ? "plan-panel outdated" : "plan-panel" },
    h(
      "header",
      { className: "plan-header" },
      h("h2", null, "Query Plan"),
      known.plan && h(Switch, { asText, setAsText }),
    ),
    known.plan
      ? h(Plan, { known, asText })
      : h("p", { className: "plan-message" }, known.message ?? "There is no plan yet."),
  );
}

function Switch({ asText, setAsText }) {
  const choice = (label, value) =>
    h("button", { type: "button", "aria-pressed": asText === value, onClick: () => setAsText(value) }, label);
  return h(
    "div",
    { className: "plan-switch", role: "group", "aria-label": "Form" },
    choice("Drawing", false),
    choice("Text", true),
  );
}

function Plan({ known: { plan, text, fetches, running }, asText }) {
  const [selected, setSelected] = useState(null);
  const fetch = plan.fetches.find(({ id }) => id === selected);
  const select = useCallback((id) => setSelected((before) => (before === id ? null : id)), []);
  const boxes = useMemo(() => boxesOf(plan), [plan]);
  return [
    h("p", { key: "summary", className: "plan-summary" }, summary(plan, boxes, fetches, running)),
    asText
      ? h("pre", { key: "text", className: "plan-text" }, text)
      : h(Drawing, { key: "drawing", boxes, fetches, selected: fetch?.id, select }),
    ...remarks(plan).map((remark) => h("p", { key: remark, className: "plan-note" }, remark)),
    fetch &&
      !asText &&
      h(FetchDetails, { key: "details", fetch, times: fetches.get(fetch.id), close: () => setSelected(null) }),
  ];
}

function summary(plan, boxes, fetches, running) {
  const count = boxes.length === 1 ? "1 fetch" : `${boxes.length} fetches`;
  const depth = boxes.length > 0 ? `, ${layOut(boxes).depth} deep` : "";
  const time = fetches.size > 0 ? `, ${millisText(endOf(fetches))}` : "";
  return `${plan.type}: ${count}${depth}${time}${running ? " ..." : ""}`;
}

function remarks(plan) {
  return [
    plan.fetches.length === 0 && "No subgraph is asked: the gateway knows the answer.",
    plan.introspection.length > 0 &&
      plan.fetches.length > 0 &&
      "The gateway itself answers what is asked of the schema.",
    plan.deferred.length > 0 && "Dashed fetches are for parts of the answer that come later.",
    plan.work.greedy && "This plan may not be the best: the operation was too large to compare all ways.",
  ].filter(Boolean);
}

function Drawing({ boxes, fetches, selected, select }) {
  const place = useRef(null);
  useEffect(() => {
    if (boxes.length > 0) {
      place.current.replaceChildren(drawPlan(boxes, fetches, selected, select));
    } else {
      place.current.replaceChildren();
    }
  }, [boxes, fetches, selected, select]);
  return h("div", { className: "plan-canvas", ref: place });
}

function PlanIcon() {
  return h(
    "svg",
    { viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.5, height: "1em" },
    h("rect", { x: 6.5, y: 1.5, width: 7, height: 5, rx: 1 }),
    h("rect", { x: 1.5, y: 13.5, width: 7, height: 5, rx: 1 }),
    h("rect", { x: 11.5, y: 13.5, width: 7, height: 5, rx: 1 }),
    h("path", { d: "M10 6.5V10M5 13.5V10h10v3.5" }),
  );
}
