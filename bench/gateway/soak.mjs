/** Ten minutes with a gateway that is not left in peace: `node soak.mjs --help`. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.mjs';
import { executor, operation } from './graph/execution.mjs';
import { compose } from './graph/supergraph.mjs';
import { Load } from './load/load.mjs';
import { ask, post } from './load/request.mjs';
import { freePort, Running, sleep } from './process.mjs';
import { isRight } from './soak/answers.mjs';
import { growth, heap } from './soak/heap.mjs';
import { Subscribers } from './soak/subscribers.mjs';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' }, warmup: { type: 'string', default: '30' }, reload: { type: 'string', default: '10' }, sockets: { type: 'string', default: '10' },
    streams: { type: 'string', default: '10' }, gateway: { type: 'string', default: 'ours' }, keep: { type: 'boolean' }, help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`./commerce bench soak [options]
  --seconds N     how long (600)
  --warmup N      seconds at full load before (30)
  --reload N      seconds between two supergraphs (10)
  --sockets N     WebSockets with up to three subscriptions each (10)
  --streams N     subscriptions over SSE (10)
  --gateway NAME  ours or a peer, without a look at its heap (ours)
  --keep          leave the logs where they are`);
  process.exit(0);
}

const MOST_GROWTH = 1.05;
const LONGEST_ANSWER = 10_000;
const RELOAD_PATIENCE = 8_000;
const seconds = Number(options.seconds);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-soak-'));
execFileSync('taskset', ['-acp', '1', `${process.pid}`], { stdio: 'ignore' });
const faults = [];
const supergraph = path.join(work, 'supergraph.graphql');
const subgraphsPort = await freePort();
/** The graphs that take turns; each tells itself by a field of its own. */
const graphs = ['plain', 'joined', 'rank'].map(name => {
  const file = path.join(work, `${name}.graphql`);
  compose(file, subgraphsPort, { more: name === 'plain' ? '' : `\nextend type User { ${name}: String }\n` });
  return { name, text: fs.readFileSync(file, 'utf8') };
});
fs.writeFileSync(supergraph, graphs[0].text);
const subgraphs = new Running('the subgraphs', [process.execPath, path.join(import.meta.dirname, 'soak/subgraphs.mjs'), `${subgraphsPort}`], { core: 1, log: path.join(work, 'subgraphs.log') });
await subgraphs.until('listening', async () => subgraphs.said().includes('listening'), 20_000);
const { port, running } = await startGateway();
const queries = await references();
const rates = {};
for (const name of ['heavy', 'light']) rates[name] = await most(name);
console.log(`at most ${rates.heavy.toFixed(0)} heavy or ${rates.light.toFixed(0)} light requests a second; now a quarter of each, for ${seconds} s`);

let early;
let late;
await soak(seconds * 0.2);
early = heap(running);
await soak(seconds * 0.8);
late = heap(running);
finish();

async function startGateway() {
  const contender = CONTENDERS.find(({ name }) => name === options.gateway);
  const free = await freePort();
  const command = contender.command({ supergraph, port: free, config: path.join(import.meta.dirname, 'soak/ours.yaml') });
  const env = { NODE_ENV: 'production', JDK_JAVA_OPTIONS: '-Dio.netty.leakDetection.level=paranoid' };
  const process = new Running(options.gateway, command, { core: 0, env, cwd: work, log: path.join(work, 'gateway.log') });
  await process.until('an answer', async () => (await ask(free, { query: '{ __typename }' })).status === 200, contender.patience ?? 60_000);
  return { port: free, running: process };
}

async function references() {
  const whole = executor('whole');
  const list = {};
  for (const name of ['heavy', 'light']) {
    const content = { query: operation(name) };
    const { data } = JSON.parse(JSON.stringify(await whole(content)));
    list[name] = { request: post(port, content), expected: Buffer.from(JSON.stringify({ data })), isRight: bytes => isRight(JSON.parse(bytes), data) };
  }
  return list;
}

async function most(name) {
  const load = new Load({ port, ...queries[name], connections: 50 });
  await sleep((Number(options.warmup) * 1000) / 3);
  load.forget();
  await sleep((Number(options.warmup) * 1000) / 6);
  const { answered, seconds: counted } = load.counts();
  await load.stop();
  return answered / counted;
}

/** Load, subscriptions and new supergraphs for a while; then silence. */
async function soak(duration) {
  const loads = Object.entries(queries).map(([name, query]) => [name, new Load({ port, ...query, connections: 25, rate: Math.max(1, rates[name] / 4) })]);
  const subscribers = new Subscribers(port, { sockets: Number(options.sockets), streams: Number(options.streams) });
  await reloads(performance.now() + duration * 1000);
  await subscribers.stop();
  for (const [name, load] of loads) {
    const hung = await load.stop();
    const { answered, wrong, firstWrong, lost, p50, p99, most: slowest } = load.counts();
    console.log(`${name}: ${answered} answers, ${wrong} wrong, ${lost} lost, ${hung} hung; p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, slowest ${slowest.toFixed(0)} ms`);
    if (wrong || lost || hung) faults.push(`${name}: ${wrong} answers wrong, ${lost} lost, ${hung} hung${firstWrong ? `, such as ${firstWrong}` : ''}`);
    if (slowest > LONGEST_ANSWER) faults.push(`${name}: an answer took ${(slowest / 1000).toFixed(1)} s`);
  }
  const { firstFault, ...counts } = subscribers.counts;
  console.log(`subscriptions: ${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}${firstFault ? `; first: ${firstFault}` : ''}`);
  if (firstFault || !counts.events) faults.push(`subscriptions: ${firstFault ?? 'no event'}`);
  await sleep(3_000);
  console.log(`resident ${running.memory().now.toFixed(0)} MB, at most ${running.memory().peak.toFixed(0)} MB`);
}

async function reloads(end) {
  for (let i = 1; performance.now() < end; i++) {
    await sleep(Math.min(Number(options.reload) * 1000, end - performance.now()));
    const graph = graphs[i % graphs.length];
    replace(graph.text, i % 2 === 0);
    await isServed(graph.name);
  }
}

/** Written in place, or put there whole: users do both. */
function replace(text, whole) {
  fs.writeFileSync(whole ? `${supergraph}.new` : supergraph, text);
  if (whole) fs.renameSync(`${supergraph}.new`, supergraph);
}

async function isServed(name) {
  const end = performance.now() + RELOAD_PATIENCE;
  const query = `{ __type(name: "User") { fields { name } } }`;
  for (;;) {
    const { text } = await ask(port, { query });
    const fields = JSON.parse(text).data?.__type?.fields?.map(field => field.name) ?? [];
    const seen = ['joined', 'rank'].find(one => fields.includes(one)) ?? 'plain';
    if (seen === name) return;
    if (performance.now() > end) return void faults.push(`the supergraph '${name}' is not served ${RELOAD_PATIENCE / 1000} s after it was written, '${seen}' is`);
    await sleep(200);
  }
}

function finish() {
  if (early) {
    const factor = late.total / early.total;
    console.log(`heap after full collections: ${(early.total / 1e6).toFixed(1)} MB early, ${(late.total / 1e6).toFixed(1)} MB late`);
    for (const [name, bytes] of growth(early, late)) console.log(`  ${bytes > 0 ? '+' : ''}${bytes} bytes of ${name}`);
    if (factor > MOST_GROWTH) faults.push(`the heap grew by ${((factor - 1) * 100).toFixed(1)} %`);
  }
  const leaks = fs.readFileSync(running.log, 'utf8').match(/LEAK:.*/g) ?? [];
  if (leaks.length) faults.push(`${leaks.length} leaks of buffers, such as ${leaks[0]}`);
  if (running.ended) faults.push(`the gateway ${running.ended}`);
  running.kill();
  subgraphs.kill();
  console.log(faults.length ? `\nFAILED\n  ${[...new Set(faults)].join('\n  ')}` : '\nno fault');
  if (options.keep || faults.length) console.log(`The logs are in ${work}`);
  else fs.rmSync(work, { recursive: true, force: true });
  process.exit(faults.length ? 1 : 0);
}
