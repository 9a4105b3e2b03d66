import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { createPlanState } = await load("plan-state.js");

function made(id, millis) {
  return { id, millis, requests: 1 };
}

test("gathers times as parts of an answer bring them, and only of fetches that were made", () => {
  const state = createPlanState();
  state.answered({ text: "a", plan: {} }, [made(0, 5), { id: 1, millis: 0, requests: 0 }]);
  state.answered({ text: "a", plan: {} }, [made(2, 7)]);
  assert.deepEqual([...state.current().fetches.keys()], [0, 2]);
});

test("forgets times with a new plan and with a new run, not when the same plan comes again", () => {
  const state = createPlanState();
  state.answered({ text: "a", plan: {} }, [made(0, 5)]);
  state.planned({ text: "a", plan: {} });
  assert.equal(state.current().fetches.size, 1);
  state.planned({ text: "b", plan: {} });
  assert.equal(state.current().fetches.size, 0);
  state.answered({ text: "b", plan: {} }, [made(0, 5)]);
  state.started();
  assert.deepEqual([state.current().fetches.size, state.current().running], [0, true]);
});

test("is outdated from an edit until there is a plan, or a reason for none", () => {
  const state = createPlanState();
  const seen = [];
  state.listen(() => seen.push(state.current().outdated));
  state.edited();
  state.planned({ text: "a", plan: {} });
  state.edited();
  state.unknown("a mistake");
  assert.deepEqual(seen, [true, false, true, false]);
  assert.deepEqual([state.current().plan, state.current().message], [null, "a mistake"]);
});
