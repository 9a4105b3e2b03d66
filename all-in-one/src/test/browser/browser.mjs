import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

// In a closed network Chromium's own errands would fail and be logged, many at a time.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Machines that build are busy.
const PATIENCE = 60_000;

export function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}

/** The browser that CHROMIUM names, or the first on the path. */
export async function findChromium() {
  const candidates = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of candidates) {
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    ) {
      return candidate;
    }
  }
  return skip("there is no Chromium; install it or name it in CHROMIUM");
}

/** Opens the page and writes down whatever is wrong with it from then on. */
export async function start(executablePath, base) {
  const { chromium } = await import("playwright-core").catch(() =>
    skip("there is no playwright-core; npm install fetches it"),
  );
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  await listen(page, new URL(base), complaints);
  await page.goto(new URL("/graphiql", base).href);
  await page.getByRole("button", { name: "Execute query" }).waitFor();
  return { page, complaints, close: () => browser.close() };
}

async function listen(page, base, complaints) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => checkAddress(request.url()));
  page.on("websocket", (socket) => checkAddress(socket.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) {
      complaints.push(`${response.status()} from ${response.url()}`);
    }
  });
  await page.exposeFunction("complainOfPolicy", (text) => complaints.push(`policy: ${text}`));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      window.complainOfPolicy(`${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`),
    ),
  );

  function checkAddress(url) {
    const { protocol, host } = new URL(url);
    if (protocol !== "data:" && host !== base.host) {
      complaints.push(`asked someone else: ${url}`);
    }
  }
}
