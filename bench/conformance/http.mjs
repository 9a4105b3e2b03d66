/** Runs the audits of graphql-http against a GraphQL server: `node http.mjs [URL]`; without a URL, against ours, started for it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverAudits } from 'graphql-http';
import { ours, root } from '../gateway/contenders.mjs';
import { ask } from '../gateway/load/request.mjs';
import { freePort, Running } from '../gateway/process.mjs';

const url = process.argv[2] ?? (await start());
const results = await Promise.all(serverAudits({ url }).map(async ({ id, name, fn }) => fn().catch(e => ({ id, name, status: 'error', reason: e.message }))));
const failed = results.filter(({ name, status }) => status !== 'ok' && !name.startsWith('MAY'));
for (const { id, name, status, reason } of results) if (status !== 'ok') console.log(`${name.startsWith('MAY') ? 'differs' : 'FAILED '} ${id} ${name}\n    ${reason}`);
console.log(`${results.filter(({ status }) => status === 'ok').length} of ${results.length} audits pass; ${failed.length} that MUST or SHOULD do not`);
process.exit(failed.length ? 1 : 0);

async function start() {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-http-'));
  const port = await freePort();
  const gateway = new Running('ours', ours.command({ supergraph: path.join(root, 'schema/supergraph.graphql'), port, config: path.join(import.meta.dirname, 'ours.yaml') }), { cwd: work, log: path.join(work, 'gateway.log') });
  await gateway.until('an answer', async () => (await ask(port, { query: '{ __typename }' })).status === 200, ours.patience);
  return `http://127.0.0.1:${port}/graphql`;
}
