import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { createIncrementalAnswer } = await load("incremental.js");

function answerOf(...parts) {
  const answer = createIncrementalAnswer();
  return parts.map((part) => structuredClone(answer.add(structuredClone(part)))).at(-1);
}

test("puts patches of the current format where their ids say", () => {
  const answer = answerOf(
    { data: { products: [{ id: "1" }, { id: "2" }] }, pending: [{ id: "0", path: ["products", 1] }], hasNext: true },
    { incremental: [{ id: "0", data: { title: "Mug" } }], completed: [{ id: "0" }], hasNext: false },
  );
  assert.deepEqual(answer, { data: { products: [{ id: "1" }, { id: "2", title: "Mug" }] } });
});

test("goes on along the sub-path, and into parts that are announced later", () => {
  const answer = answerOf(
    { data: { me: { cart: {} } }, pending: [{ id: "0", path: ["me"] }], hasNext: true },
    {
      pending: [{ id: "1", path: ["me", "cart"] }],
      incremental: [{ id: "0", subPath: ["cart"], data: { total: 1 } }],
      hasNext: true,
    },
    { incremental: [{ id: "1", data: { lines: [] } }], completed: [{ id: "0" }, { id: "1" }], hasNext: false },
  );
  assert.deepEqual(answer.data, { me: { cart: { total: 1, lines: [] } } });
});

test("keeps the errors of parts, also of those that failed as a whole", () => {
  const answer = answerOf(
    {
      data: { a: {} },
      errors: [{ message: "first" }],
      pending: [
        { id: "0", path: ["a"] },
        { id: "1", path: [] },
      ],
      hasNext: true,
    },
    {
      incremental: [{ id: "0", data: { b: null }, errors: [{ message: "second" }] }],
      completed: [{ id: "0" }],
      hasNext: true,
    },
    { completed: [{ id: "1", errors: [{ message: "third" }] }], hasNext: false },
  );
  assert.deepEqual(
    answer.errors.map(({ message }) => message),
    ["first", "second", "third"],
  );
  assert.deepEqual(answer.data, { a: { b: null } });
});

test("puts patches of the earlier format where their paths say", () => {
  const answer = answerOf(
    { data: { products: [{ id: "1" }] }, hasNext: true },
    { incremental: [{ path: ["products", 0], label: "x", data: { similar: { items: [1] } } }], hasNext: true },
    { path: ["products", 0, "similar"], data: { score: 2 }, hasNext: true },
    { hasNext: false },
  );
  assert.deepEqual(answer, { data: { products: [{ id: "1", similar: { items: [1], score: 2 } }] } });
});

test("adds the items of streams of both formats", () => {
  const current = answerOf(
    { data: { list: [1] }, pending: [{ id: "0", path: ["list"] }], hasNext: true },
    { incremental: [{ id: "0", items: [2, 3] }], hasNext: false },
  );
  const earlier = answerOf(
    { data: { list: [1] }, hasNext: true },
    { incremental: [{ path: ["list", 1], items: [2, 3] }], hasNext: false },
  );
  assert.deepEqual([current.data, earlier.data], [{ list: [1, 2, 3] }, { list: [1, 2, 3] }]);
});

test("gathers extensions", () => {
  const answer = answerOf(
    { data: {}, extensions: { queryPlan: { text: "p" } }, hasNext: true },
    { extensions: { fetches: [{ id: 1 }] }, hasNext: false },
  );
  assert.deepEqual(answer.extensions, { queryPlan: { text: "p" }, fetches: [{ id: 1 }] });
});

test("survives a patch for what is not there", () => {
  const answer = answerOf(
    { data: { a: null }, hasNext: true },
    { incremental: [{ path: ["a", "b"], data: { c: 1 } }], hasNext: false },
  );
  assert.deepEqual(answer.data, { a: null });
});
