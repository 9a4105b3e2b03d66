import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { layOut } = await load("plan-layout.js");

function box(id, ...parents) {
  return { id, parents, asks: ["a"], places: [], remarks: [] };
}

function drawn(...boxes) {
  const layout = layOut(boxes, true);
  return { ...layout, byId: new Map(layout.boxes.map((node) => [node.box.id, node])) };
}

test("puts each box below all that it waits for", () => {
  const { byId, depth } = drawn(box(0), box(1, 0), box(2, 0, 1), box(3));
  assert.equal(depth, 3);
  assert.ok(byId.get(1).y > byId.get(0).y + byId.get(0).height);
  assert.ok(byId.get(2).y > byId.get(1).y + byId.get(1).height);
  assert.equal(byId.get(3).y, byId.get(0).y);
});

test("lets no boxes overlap, and stays within the drawing", () => {
  const { boxes, width, height } = drawn(box(0), box(1), box(2, 0), box(3, 0), box(4, 1), box(5, 2, 4), box(6, 0, 5));
  for (const one of boxes) {
    assert.ok(one.x >= 0 && one.x + one.width <= width && one.y + one.height <= height);
    for (const other of boxes.filter((node) => node !== one && node.row === one.row)) {
      assert.ok(one.x + one.width < other.x || other.x + other.width < one.x);
    }
  }
});

test("draws an arrow from each parent, past the boxes in between", () => {
  const { arrows, byId } = drawn(box(0), box(1, 0), box(2, 0, 1));
  assert.equal(arrows.length, 3);
  const long = arrows.find((points) => points.length > 2);
  const between = byId.get(1);
  const [x] = long[1];
  assert.ok(x < between.x || x > between.x + between.width, `the arrow at ${x} crosses box 1`);
});

test("makes taller boxes for what has more to say", () => {
  const short = drawn(box(0)).byId.get(0).height;
  const tall = drawn({ ...box(0), asks: ["a", "b"], remarks: ["c"] }).byId.get(0).height;
  assert.ok(tall > short);
});
