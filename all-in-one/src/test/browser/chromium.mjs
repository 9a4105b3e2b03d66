// Says which browser would be driven. Exit code: 77 there is none here.
import { findChromium } from "./browser.mjs";

console.log(await findChromium());
