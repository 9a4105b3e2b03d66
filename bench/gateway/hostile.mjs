/** What a gateway does with what is meant to hurt it: `node hostile.mjs --help`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.mjs';
import { executor, operation } from './graph/execution.mjs';
import { compose } from './graph/supergraph.mjs';
import { crowds, operations } from './hostile/operations.mjs';
import { sockets } from './hostile/sockets.mjs';
import { transport } from './hostile/transport.mjs';
import { upstream } from './hostile/upstream.mjs';
import { ask } from './load/request.mjs';
import { freePort, Running } from './process.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, gateway: { type: 'string', default: 'ours' }, megabytes: { type: 'string', default: '600' }, keep: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (options.help) {
  console.log(`./commerce bench hostile-http [options]
  --only TEXT      the attacks whose name contains the text
  --gateway NAME   ours or a peer (ours)
  --megabytes N    the most memory it may ever take (600)
  --keep           leave the logs where they are`);
  process.exit(0);
}

/** How long an attack may take where it does not say, and the next ordinary request. */
const PATIENCE = 15_000;
const PATIENCE_OF_THE_NEXT = 5_000;
const OVERLOADED = 503;
const INTERNAL = /INTERNAL/;
/** Times the memory that is allowed. */
const TOO_MUCH = 4;
const GIVEN_UP = 'it is not well enough for the rest';
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-hostile-'));
const { gateway, port } = await start();
const ordinary = { query: operation('light') };
const reference = JSON.parse(JSON.stringify((await executor('whole')(ordinary)).data));
const failures = [];
const attacks = [...operations, ...crowds, ...transport, ...sockets, ...upstream].filter(({ name }) => name.includes(options.only));
console.log(`${'attack'.padEnd(58)}${'ms'.padStart(8)}${'MB now'.padStart(8)}  outcome`);
for (const attack of attacks.filter(({ patience }) => !patience)) if (isUp()) await measure(attack);
await Promise.all(attacks.filter(({ patience }) => patience).map(attack => isUp() && measure(attack)));
if (gateway.ended) failures.push(`the gateway ${gateway.ended}`);
const { peak } = gateway.memory();
if (peak > Number(options.megabytes)) failures.push(`it took ${peak.toFixed(0)} MB`);
console.log(failures.length ? `\n${failures.length} FAILED\n  ${failures.join('\n  ')}` : '\nall within bounds');
console.log(`at most ${peak.toFixed(0)} MB`);
gateway.kill();
if (options.keep || failures.length) console.log(`The logs are in ${work}`);
else fs.rmSync(work, { recursive: true, force: true });
process.exit(failures.length ? 1 : 0);

async function start() {
  const [subgraphsPort, troublePort, free] = [await freePort(), await freePort(), await freePort()];
  const supergraph = path.join(work, 'supergraph.graphql');
  compose(supergraph, subgraphsPort, { others: [`trouble=http://127.0.0.1:${troublePort}/trouble=${path.join(import.meta.dirname, 'hostile/trouble.graphql')}`] });
  for (const [script, at] of [['soak/subgraphs.mjs', subgraphsPort], ['hostile/subgraph.mjs', troublePort]]) {
    const subgraph = new Running(script, [process.execPath, path.join(import.meta.dirname, script), `${at}`], { log: path.join(work, `${path.basename(script)}.log`) });
    await subgraph.until('listening', async () => subgraph.said().includes('listening'), 20_000);
  }
  const contender = CONTENDERS.find(({ name }) => name === options.gateway);
  const running = new Running(options.gateway, contender.command({ supergraph, port: free, config: path.join(import.meta.dirname, 'hostile/ours.yaml') }), { cwd: work, env: { NODE_ENV: 'production' }, log: path.join(work, 'gateway.log') });
  await running.until('an answer', async () => (await ask(free, { query: '{ __typename }' })).status === 200, contender.patience ?? 60_000);
  return { gateway: running, port: free };
}

async function measure(attack) {
  const since = performance.now();
  const outcomes = await Promise.all(Array.from({ length: attack.times ?? 1 }, () => attack.run(port, attack.patience ?? PATIENCE)));
  const milliseconds = performance.now() - since;
  const verdicts = outcomes.map(outcome => judge(attack, outcome));
  const fault = verdicts.find(({ fault: one }) => one)?.fault ?? (await theNext());
  const said = [...new Set(verdicts.map(({ said: one }) => one))].join('; ').slice(0, 150);
  console.log(`${attack.name.padEnd(58)}${milliseconds.toFixed(0).padStart(8)}${gateway.memory().now.toFixed(0).padStart(8)}  ${said}${fault ? `   FAILED: ${fault}` : ''}`);
  if (fault) failures.push(`${attack.name}: ${fault}`);
}

/** A coded error, or a closed connection; never silence, and nothing of the inside. */
function judge({ code, mayBeAnswered, mustBeAnswered, mayStayOpen, fromSubgraph }, { silent, closed, status, text }) {
  if (silent) return { said: 'silence', fault: 'neither answered nor closed in time' };
  if (closed) {
    if (mustBeAnswered) return { said: 'closed', fault: 'not answered' };
    return { said: closed === true ? 'closed' : `closed with ${closed}`, fault: code && closed !== code ? `not closed with ${code}` : undefined };
  }
  const errors = errorsIn(text);
  const codes = [...new Set(errors?.map(error => error.extensions?.code))];
  const said = `${status} ${codes.join(', ').slice(0, 80)}`;
  if (code || mayStayOpen) return { said, fault: 'refused before it began' };
  if (status >= 500 && !((fromSubgraph || status === OVERLOADED) && codes.length)) return { said, fault: `answered with ${status}` };
  if (codes.some(one => !one || INTERNAL.test(one))) return { said, fault: `an error without a code of its own: ${text.slice(0, 200)}` };
  if (mustBeAnswered && errors) return { said, fault: 'not answered' };
  if (status >= 200 && status < 300 && !errors && !mayBeAnswered) return { said: `${status} ${text.slice(0, 60)}`, fault: 'answered as if nothing were wrong' };
  return { said };
}

/** Of a batch, those of all. */
function errorsIn(text) {
  try {
    const found = [JSON.parse(text)].flat().flatMap(answer => answer?.errors ?? []);
    return found.length ? found : undefined;
  } catch {
    return undefined;
  }
}

async function theNext() {
  try {
    const { status, text } = await ask(port, ordinary, { patience: PATIENCE_OF_THE_NEXT });
    return status === 200 && isDeepStrictEqual(JSON.parse(text).data, reference) ? undefined : `the next request is answered with ${status} ${text.slice(0, 200)}`;
  } catch (e) {
    return `the next request is not answered: ${e.message}`;
  }
}

/** One that has eaten the machine's memory is not asked again. */
function isUp() {
  const isUseful = !gateway.ended && gateway.memory().now < TOO_MUCH * Number(options.megabytes);
  if (!isUseful && !failures.includes(GIVEN_UP)) failures.push(GIVEN_UP);
  return isUseful;
}
