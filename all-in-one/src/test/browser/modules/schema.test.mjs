import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { readSchema } = await load("schema.js");

async function descriptionOf(description) {
  const answer = { data: { __schema: { description, types: [{ name: description, deprecationReason: null }] } } };
  globalThis.fetch = async () => new Response(JSON.stringify(answer));
  return (await readSchema(new URL("http://localhost/graphql"), { query: "{ __schema { description } }" })).data.__schema;
}

test("cuts descriptions that would keep the Markdown reader busy", async () => {
  const hostile = `http://example.com/${"*".repeat(70_000)}a`;
  const { description, types } = await descriptionOf(hostile);
  assert.ok(description.length < 5_010);
  assert.equal(types[0].name, hostile);
});

test("leaves others as they are", async () => {
  const { description, types } = await descriptionOf("**Bold** and short");
  assert.equal(description, "**Bold** and short");
  assert.equal(types[0].deprecationReason, null);
});
