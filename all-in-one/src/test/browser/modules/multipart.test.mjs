import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.mjs";

const { multipartBoundary, readParts } = await load("multipart.js");

const BODY = '--x\r\ncontent-type: application/json\r\n\r\n{"a":"caf\u00e9 --x"}\r\n--x\r\n\r\n{"b":2}\r\n--x--\r\n';

function boundaryOf(type) {
  return multipartBoundary({ headers: new Headers({ "Content-Type": type }) });
}

async function partsOf(bytes, size) {
  const body = new ReadableStream({
    start(controller) {
      for (let start = 0; start < bytes.length; start += size) {
        controller.enqueue(bytes.slice(start, start + size));
      }
      controller.close();
    },
  });
  const parts = [];
  for await (const part of readParts(body, "x")) {
    parts.push(part);
  }
  return parts;
}

test("finds the boundary, quoted or not", () => {
  assert.equal(boundaryOf('multipart/mixed; boundary="-"; deferSpec=20220824'), "-");
  assert.equal(boundaryOf("multipart/mixed;boundary=graphql;incrementalSpec=v0.2"), "graphql");
  assert.equal(boundaryOf("Multipart/Mixed"), "-");
  assert.equal(boundaryOf("application/json"), null);
});

for (const size of [1, 2, 3, 7, 1000]) {
  test(`reads parts that come ${size} bytes at a time`, async () => {
    assert.deepEqual(await partsOf(new TextEncoder().encode(BODY), size), ['{"a":"caf\u00e9 --x"}', '{"b":2}']);
  });
}

test("skips what stands before the first part, and drops a part that is cut off", async () => {
  const cut = `something\r\n${BODY}`.replace("\r\n--x--\r\n", "");
  assert.deepEqual(await partsOf(new TextEncoder().encode(cut), 5), ['{"a":"caf\u00e9 --x"}']);
});

test("gives a part as soon as its delimiter is there", async () => {
  let send;
  const body = new ReadableStream({
    start: (controller) => (send = (text) => controller.enqueue(new TextEncoder().encode(text))),
  });
  const parts = readParts(body, "x");
  send('--x\r\n\r\n{"a":1}\r\n--x');
  assert.deepEqual(await parts.next(), { done: false, value: '{"a":1}' });
  await parts.return();
});
