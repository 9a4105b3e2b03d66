export const BOX_WIDTH = 220;
export const LINE_HEIGHT = 17;

const GAP_ACROSS = 18;
const GAP_DOWN = 40;
const MARGIN = 12;
const WAYPOINT_WIDTH = 14;
const HEAD = 28;
const FOOT = 4;
const TIMES = 32;

/**
 * Places boxes in rows: each below all that it waits for. An arrow that passes rows gets a waypoint in each, so that it
 * runs between the boxes.
 *
 * `timed` leaves room for times at the foot of each.
 */
export function layOut(boxes, timed) {
  const nodes = new Map(
    boxes.map((box) => [box.id, { box, width: BOX_WIDTH, height: heightOf(box, timed), from: box.parents }]),
  );
  nodes.forEach((node) => setRow(node, nodes));
  const arrows = boxes.flatMap((box) => box.parents.map((parent) => arrow(nodes.get(parent), nodes.get(box.id))));
  const rows = rowsOf([...nodes.values(), ...arrows.flatMap(({ waypoints }) => waypoints)]);
  place(rows);
  return {
    boxes: [...nodes.values()],
    arrows: arrows.map(({ start, waypoints, end }) => [bottom(start), ...waypoints.flatMap(through), top(end)]),
    depth: rows.length,
    width: Math.max(...rows.flat().map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(...rows.flat().map(({ y, height }) => y + height)) + MARGIN,
  };
}

function heightOf({ asks, places, remarks }, timed) {
  return HEAD + LINE_HEIGHT * (asks.length + places.length + remarks.length) + FOOT + (timed ? TIMES : 0);
}

function setRow(node, nodes) {
  node.row ??= Math.max(-1, ...node.from.map((parent) => setRow(nodes.get(parent), nodes))) + 1;
  return node.row;
}

function arrow(start, end) {
  const waypoints = [];
  for (let row = start.row + 1; row < end.row; row++) {
    waypoints.push({ row, width: WAYPOINT_WIDTH, height: 0, above: [waypoints.at(-1) ?? start] });
  }
  end.above = [...(end.above ?? []), waypoints.at(-1) ?? start];
  return { start, waypoints, end };
}

function rowsOf(nodes) {
  const rows = [];
  nodes.forEach((node) => (rows[node.row] ??= []).push(node));
  return rows;
}

/** From above: each row in the order of what its boxes wait for, and as far as there is room right below that. */
function place(rows) {
  let y = MARGIN;
  for (const row of rows) {
    row.sort((one, other) => middleAbove(one) - middleAbove(other));
    const height = Math.max(...row.map((node) => node.height));
    placeRow(row, y, height);
    y += height + GAP_DOWN;
  }
  const left = Math.min(...rows.flat().map(({ x }) => x));
  rows.flat().forEach((node) => (node.x += MARGIN - left));
}

function placeRow(row, y, height) {
  let x = 0;
  for (const node of row) {
    Object.assign(node, { x, y, height: node.height || height });
    x += node.width + GAP_ACROSS;
  }
  const shift = row.reduce((sum, node) => sum + middleAbove(node) - centre(node), 0) / row.length;
  row.forEach((node) => (node.x += shift));
}

function middleAbove({ above = [] }) {
  return above.reduce((sum, node) => sum + centre(node), 0) / (above.length || 1);
}

function centre({ x, width }) {
  return x + width / 2;
}

function top(node) {
  return [centre(node), node.y];
}

function bottom(node) {
  return [centre(node), node.y + node.height];
}

function through(waypoint) {
  return [top(waypoint), bottom(waypoint)];
}
