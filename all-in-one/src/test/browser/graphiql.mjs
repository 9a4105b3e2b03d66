// Drives GraphiQL in Chromium, as people use it: node graphiql.mjs http://localhost:4000 [cases.json] [folder for pictures]
// Exit code: 0 all is well, 1 something is not, 77 there is no browser to drive here.
import { readFile } from "node:fs/promises";
import { findChromium, start } from "./browser.mjs";
import {
  asksSubgraphs,
  seesDeferredAnswer,
  seesEvents,
  sendsHeaders,
  ticksAField,
  usesDialogsAndDocs,
} from "./steps.mjs";

const [base, casesFile = new URL("commerce.json", import.meta.url), pictures] = process.argv.slice(2);
if (!base) {
  console.error("Which gateway? node graphiql.mjs http://localhost:4000 [cases.json] [folder for pictures]");
  process.exit(1);
}

const chromium = await findChromium();
const cases = JSON.parse(await readFile(casesFile, "utf8"));
const { page, complaints, close } = await start(chromium, base);
let failed = 0;

await step("asks the subgraphs and draws the plan", () => asksSubgraphs(page, cases.query));
await step("shows a deferred answer", cases.defer && (() => seesDeferredAnswer(page, cases.defer)));
await step("shows the events of a subscription", cases.subscription && (() => seesEvents(page, cases.subscription)));
await step("sends headers", () => sendsHeaders(page, cases.query));
await step("ticks a field in the explorer", () => ticksAField(page, cases.explorer));
await step("opens the documentation, the dialogs and the dark theme", () => usesDialogsAndDocs(page));
await step("breaks no policy, logs no error and asks no one else", async () => {
  if (complaints.length > 0) {
    throw new Error(complaints.join("\n"));
  }
});
await close();
process.exit(failed > 0 ? 1 : 0);

async function step(name, run) {
  if (!run) {
    console.log(`- ${name}: not tried, the cases have no document for it`);
    return;
  }
  try {
    await run();
    console.log(`+ ${name}`);
  } catch (error) {
    failed++;
    console.log(`! ${name}\n${error.message}`);
    await picture(name);
  }
}

async function picture(name) {
  if (pictures) {
    const path = `${pictures}/${name.replaceAll(" ", "-")}.png`;
    await page.screenshot({ path }).catch(({ message }) => console.log(`There is no picture of it: ${message}`));
  }
}
