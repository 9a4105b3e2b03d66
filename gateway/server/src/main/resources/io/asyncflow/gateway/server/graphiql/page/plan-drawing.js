import { BOX_WIDTH, LINE_HEIGHT, layOut } from "./plan-layout.js";

const SVG = "http://www.w3.org/2000/svg";
const PADDING = 10;
const CHARACTERS = 27;
const REMARK_CHARACTERS = 36;
const SMALLEST = 0.8;
// Far from each other, and none of them red, which means that something failed.
const HUES = [212, 38, 152, 272, 186, 322, 90, 240, 60];
const TRACK = { width: BOX_WIDTH - 2 * PADDING, height: 6 };

/** Draws a plan: a box for each fetch, an arrow from each that it waits for, and a bar for the time it took. */
export function drawPlan(boxes, fetches, selected, select) {
  const { boxes: nodes, arrows, width, height } = layOut(boxes, fetches.size > 0);
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, class: "plan-drawing" });
  // It shrinks with the panel until its letters would be too small; from there on one scrolls.
  svg.style.width = `clamp(${width * SMALLEST}px, 100%, ${width}px)`;
  svg.append(arrowHead(), ...arrows.map(drawArrow));
  const hues = huesOf(boxes);
  const end = endOf(fetches);
  for (const node of nodes) {
    svg.append(
      drawBox(node, hues.get(node.box.subgraph), fetches.get(node.box.id), end, node.box.id === selected, select),
    );
  }
  return svg;
}

/** When the last of them was done, in milliseconds. */
export function endOf(fetches) {
  return Math.max(0, ...[...fetches.values()].map(({ startMillis, millis }) => startMillis + millis));
}

export function millisText(millis) {
  return millis < 10 ? `${Number(millis.toFixed(1))} ms` : `${Math.round(millis)} ms`;
}

function huesOf(boxes) {
  const subgraphs = [...new Set(boxes.map(({ subgraph }) => subgraph))].sort();
  return new Map(subgraphs.map((subgraph, index) => [subgraph, HUES[index % HUES.length]]));
}

function drawBox({ box, x, y, height }, hue, times, end, selected, select) {
  const group = element("g", {
    transform: `translate(${x} ${y})`,
    class: ["plan-box", box.deferred && "deferred", selected && "selected"].filter(Boolean).join(" "),
    role: "button",
    tabindex: 0,
    "aria-pressed": selected,
    "aria-label": `Fetch ${box.id} from ${box.subgraph}`,
    "data-fetch": box.id,
  });
  group.style.setProperty("--hue", hue);
  group.append(element("rect", { width: BOX_WIDTH, height, rx: 6, class: "plan-frame" }), ...head(box), ...lines(box));
  group.append(...(times ? drawTimes(times, end, height) : []));
  group.addEventListener("click", () => select(box.id));
  group.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(box.id);
    }
  });
  return group;
}

function head(box) {
  return [
    text(box.subgraph, { x: PADDING, y: 19, class: "plan-subgraph" }, 24),
    text(`${box.id}`, { x: BOX_WIDTH - PADDING, y: 19, class: "plan-number", "text-anchor": "end" }),
  ];
}

function lines({ asks, places, remarks }) {
  const all = [
    ...asks.map((line) => [line, "plan-ask"]),
    ...places.map((line) => [line, "plan-place"]),
    ...remarks.map((line) => [line, "plan-remark"]),
  ];
  return all.map(([line, type], index) =>
    text(
      line,
      { x: PADDING, y: 38 + index * LINE_HEIGHT, class: type },
      type === "plan-remark" ? REMARK_CHARACTERS : CHARACTERS,
    ),
  );
}

/** A track as long as the whole operation, and in it the bar from when the fetch began to when it ended. */
function drawTimes({ startMillis, millis, requests, code }, end, height) {
  const scale = end > 0 ? TRACK.width / end : 0;
  const track = { x: PADDING, y: height - 14, ...TRACK, rx: 2 };
  const bar = { ...track, x: PADDING + startMillis * scale, width: Math.max(2, millis * scale) };
  const made = requests > 1 ? `, ${requests} requests` : "";
  const times = element("g", { class: code ? "plan-times failed" : "plan-times" });
  times.append(
    element("rect", { ...track, class: "plan-track" }),
    element("rect", { ...bar, class: "plan-bar" }),
    text(`${millisText(millis)}${made}`, { x: PADDING, y: height - 20, class: "plan-millis" }),
    text(code ?? "", { x: BOX_WIDTH - PADDING, y: height - 20, class: "plan-code", "text-anchor": "end" }, 18),
    title(`from ${millisText(startMillis)} to ${millisText(startMillis + millis)}`),
  );
  return [times];
}

function drawArrow(points) {
  const [[x, y], ...others] = points;
  let path = `M${x} ${y}`;
  let before = [x, y];
  for (const [nextX, nextY] of others) {
    const middle = (before[1] + nextY) / 2;
    path += ` C${before[0]} ${middle} ${nextX} ${middle} ${nextX} ${nextY}`;
    before = [nextX, nextY];
  }
  return element("path", { d: path, class: "plan-arrow", "marker-end": "url(#plan-arrow-head)" });
}

function arrowHead() {
  const marker = element("marker", {
    id: "plan-arrow-head",
    viewBox: "0 0 8 8",
    refX: 7,
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    orient: "auto",
  });
  marker.append(element("path", { d: "M0 0 8 4 0 8z", class: "plan-arrow-head" }));
  return marker;
}

function text(content, attributes, most = CHARACTERS) {
  const cut = content.length > most;
  const node = element("text", attributes);
  node.append(cut ? `${content.slice(0, most - 1)}\u2026` : content);
  if (cut) {
    node.append(title(content));
  }
  return node;
}

function title(content) {
  const node = element("title", {});
  node.append(content);
  return node;
}

function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}
