import { h } from "./libraries.js";

/** A box to tick, with its name. */
export function Tick({ label, hint, ticked, faded, tick }) {
  return h(
    "label",
    { className: faded ? "explorer-tick faded" : "explorer-tick", title: hint ?? undefined },
    h("input", { type: "checkbox", checked: ticked, onChange: tick }),
    label,
  );
}
