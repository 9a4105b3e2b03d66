/** Audits a server with the audits of graphql-http: `node audit.mjs URL`. Fails where one MUST or SHOULD (or MAY) does. */
import { serverAudits } from 'graphql-http';

const audits = serverAudits({ url: process.argv[2], fetchFn: fetch });
let failed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status !== 'ok') {
    failed++;
    console.log(result.status, audit.name, result.reason);
  }
}
console.log(`${audits.length} audits, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
