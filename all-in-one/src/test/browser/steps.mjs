import assert from "node:assert/strict";

/** Runs a query; the plan has its fetches before, and their times after. */
export async function asksSubgraphs(page, { document, expect, subgraphs }) {
  await openPlan(page);
  await write(page, document);
  await seePlan(page, subgraphs);
  assert.equal(await page.locator(".plan-bar").count(), 0, "times before the operation has run");
  await run(page);
  await seeAnswer(page, expect);
  await page
    .locator(".plan-bar")
    .nth(subgraphs.length - 1)
    .waitFor();
  assert.match(await page.locator(".plan-summary").innerText(), /\d ms/);
  await page.locator(".plan-box").first().click();
  assert.match(await page.locator(".plan-document").innerText(), /^(query|\{)/);
  await page.getByRole("button", { name: "Text" }).click();
  assert.match(await page.locator(".plan-text").innerText(), /^0 \w+$/m);
  await page.getByRole("button", { name: "Drawing" }).click();
}

/** Runs an operation with a deferred part: the answer comes in parts and is whole in the end. */
export async function seesDeferredAnswer(page, { document, expect, subgraphs }) {
  await write(page, document);
  await seePlan(page, subgraphs);
  assert.ok((await page.locator(".plan-box.deferred").count()) > 0, "no fetch is drawn as deferred");
  const [response] = await Promise.all([page.waitForResponse(isAnswer), run(page)]);
  assert.match(response.headers()["content-type"], /^multipart\/mixed/);
  await seeAnswer(page, expect);
  assert.ok(!(await answer(page)).includes("hasNext"), "the parts were not put together");
}

/** Subscribes, sees more than one event, and unsubscribes. */
export async function seesEvents(page, { document, expect, subgraphs }) {
  await write(page, document);
  await seePlan(page, subgraphs);
  const [socket] = await Promise.all([page.waitForEvent("websocket"), run(page)]);
  await socket.waitForEvent("framereceived", isEvent);
  await seeAnswer(page, expect);
  await socket.waitForEvent("framereceived", isEvent);
  await Promise.all([socket.waitForEvent("close"), page.getByRole("button", { name: "Stop query" }).click()]);
}

export async function sendsHeaders(page, { document, expect }) {
  await write(page, document);
  await page.locator(".graphiql-editor-tools").getByRole("button", { name: "Headers" }).click();
  await page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror").click();
  await page.keyboard.insertText('{ "X-From-The-Editor": "yes" }');
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.headers().accept?.includes("multipart")),
    run(page),
  ]);
  assert.equal(request.headers()["x-from-the-editor"], "yes");
  await seeAnswer(page, expect);
}

export async function ticksAField(page, { field }) {
  await write(page, "query Ticked { __typename }");
  await page.getByRole("button", { name: "Show Explorer" }).click();
  await page.getByRole("checkbox", { name: field, exact: true }).check();
  await page.waitForFunction(
    (name) => document.querySelector(".graphiql-query-editor .CodeMirror-code").innerText.includes(name),
    field,
  );
}

export async function usesDialogsAndDocs(page) {
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("Root Types").waitFor();
  await page.getByRole("button", { name: "Open short keys dialog" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open settings dialog" }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await page.locator("body.graphiql-dark").waitFor();
  await page.keyboard.press("Escape");
}

async function openPlan(page) {
  const closed = page.getByRole("button", { name: "Show Query Plan" });
  if (await closed.isVisible()) {
    await closed.click();
  }
}

/** In a tab of its own, as if pasted. */
async function write(page, document) {
  await page.getByRole("button", { name: "Add tab" }).click();
  await page.locator(".graphiql-query-editor .CodeMirror").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(document);
}

function run(page) {
  return page.getByRole("button", { name: "Execute query" }).click();
}

/** The plan of what was just written, not of what was there before: that one is drawn pale. */
async function seePlan(page, subgraphs) {
  await page.locator(".plan-panel.outdated").waitFor();
  await page.locator(".plan-panel:not(.outdated) .plan-drawing").waitFor();
  const drawn = await page.locator(".plan-subgraph").allTextContents();
  assert.deepEqual(drawn.toSorted(), subgraphs.toSorted());
}

async function seeAnswer(page, expected) {
  try {
    await page.waitForFunction((texts) => {
      const shown = document.querySelector(".graphiql-response .CodeMirror").CodeMirror.getValue();
      return texts.every((text) => shown.includes(text)) && !shown.includes('"errors"');
    }, expected);
  } catch {
    assert.fail(`The answer should have ${expected.join(", ")}, and no errors:\n${await answer(page)}`);
  }
}

function answer(page) {
  return page.evaluate(() => document.querySelector(".graphiql-response .CodeMirror").CodeMirror.getValue());
}

function isAnswer(response) {
  return response.request().method() === "POST" && response.request().headers().accept?.includes("multipart");
}

function isEvent({ payload }) {
  return JSON.parse(payload).type === "next";
}
