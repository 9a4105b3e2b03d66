import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { createDryRun } = await load("dry-run.js");
const MUTATION = { query: "mutation { order { id } }" };
const PLAN = { extensions: { queryPlan: { text: "", plan: {} } } };

/** What a server is asked, one that answers everything so. */
async function askedOf(answer, ...requests) {
  const asked = [];
  globalThis.fetch = async (_, { headers, body }) => {
    asked.push({ query: JSON.parse(body).query, dry: headers.get("Apollo-Expose-Query-Plan") });
    return new Response(JSON.stringify(answer));
  };
  const dryRun = createDryRun(new URL("http://localhost/graphql"));
  const answers = [];
  for (const request of requests) {
    answers.push(await dryRun(request, { "X-Of-The-Editor": "yes" }));
  }
  return { asked: asked.map(({ query }) => query), answers, dry: asked.every(({ dry }) => dry === "dry-run") };
}

test("asks for plans once the server has shown that it runs nothing", async () => {
  const { asked, answers, dry } = await askedOf(PLAN, MUTATION, MUTATION);
  assert.deepEqual(asked, ["{ __typename }", MUTATION.query, MUTATION.query]);
  assert.deepEqual(answers, [PLAN, PLAN]);
  assert.ok(dry);
});

for (const [server, answer] of Object.entries({
  "shows no plans": { data: { __typename: "Query" } },
  "shows plans but runs what it is sent": { ...PLAN, data: { __typename: "Query" } },
})) {
  test(`sends no operation to a server that ${server}`, async () => {
    const { asked, answers } = await askedOf(answer, MUTATION, MUTATION);
    assert.deepEqual(asked, ["{ __typename }", "{ __typename }"]);
    assert.deepEqual(answers, [{}, {}]);
  });
}

test("hands on why a server refuses", async () => {
  const refusal = { errors: [{ message: "not allowed" }] };
  const { asked, answers } = await askedOf(refusal, MUTATION);
  assert.deepEqual(asked, ["{ __typename }"]);
  assert.deepEqual(answers, [refusal]);
});
