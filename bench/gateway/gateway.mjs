/** What a gateway costs, ours beside those from npm: `node gateway.mjs --help`. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.mjs';
import { executor, operation } from './graph/execution.mjs';
import { compose } from './graph/supergraph.mjs';
import { Load } from './load/load.mjs';
import { ask, post } from './load/request.mjs';
import { Pauses } from './pauses.mjs';
import { freePort, Running, sleep } from './process.mjs';
import { median, report } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '10' }, warmup: { type: 'string', default: '20' },
    connections: { type: 'string', default: '50' }, latency: { type: 'boolean' }, results: { type: 'string', default: path.resolve(import.meta.dirname, '../results') },
    dry: { type: 'boolean' }, help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`./commerce bench gateway [options]
  --only A,B       of ours, hive-rust, hive-js, apollo, bare
  --rounds N       how often each gets its turn (5)
  --seconds N      how long a turn lasts with the heavy query; with the light one half of it (10)
  --warmup N       seconds of load before anything counts (20)
  --connections N  (50)
  --latency        then also the latency at half of the throughput that was reached
  --results DIR    where the table is written (bench/results)
  --dry            print only, judge nothing`);
  process.exit(0);
}

const GATEWAY_CORE = 0;
const OTHER_CORE = 1;
/** Until the connections are open and the load is steady. */
const SETTLING = 500;
const seconds = Number(options.seconds);
const work = fs.mkdtempSync(path.join(fs.realpathSync(process.env.TMPDIR ?? '/tmp'), 'bench-gateway-'));
execFileSync('taskset', ['-acp', `${OTHER_CORE}`, `${process.pid}`], { stdio: 'ignore' });

const queries = await references();
const supergraph = path.join(work, 'supergraph.graphql');
const subgraphs = await startSubgraphs();
const sides = [];
for (const contender of CONTENDERS.filter(({ name }) => !options.only || options.only.split(',').includes(name))) sides.push(await start(contender));
for (const side of sides) await warm(side);
for (let round = 0; round < Number(options.rounds); round++) {
  for (const side of sides.map((_, i) => sides[(i + round) % sides.length])) await turn(side, round);
}
if (options.latency) for (const side of sides) await latency(side);
for (const side of sides) side.memory = side.running.memory().peak;
const failed = report({ sides, queries, options });
for (const { running } of sides) running.kill();
subgraphs.kill();
fs.rmSync(work, { recursive: true, force: true });
process.exit(failed && !options.dry ? 1 : 0);

/** What the answers have to be, from one execution of the whole graph in memory. */
async function references() {
  const whole = executor('whole');
  const list = [];
  for (const name of ['heavy', 'light']) {
    const query = operation(name);
    const answer = JSON.parse(JSON.stringify(await whole({ query })));
    if (answer.errors) throw new Error(`the reference fails: ${JSON.stringify(answer.errors)}`);
    list.push({ name, content: { query }, answer, seconds: name === 'heavy' ? seconds : seconds / 2 });
  }
  fs.writeFileSync(path.join(work, 'light.json'), JSON.stringify(list[1].answer));
  return list;
}

async function startSubgraphs() {
  const port = await freePort();
  compose(supergraph, port);
  const running = new Running('the subgraphs', [process.execPath, path.join(import.meta.dirname, 'graph/subgraphs.mjs'), `${port}`], { core: OTHER_CORE, log: path.join(work, 'subgraphs.log') });
  await running.until('listening', async () => running.said().includes('listening'), 20_000);
  return running;
}

async function start(contender) {
  const port = await freePort();
  const pauses = new Pauses(path.join(work, `${contender.name}-gc.log`));
  const command = contender.command({ supergraph, port, config: path.join(import.meta.dirname, 'ours.yaml'), answer: path.join(work, 'light.json') });
  const env = { NODE_ENV: 'production', JDK_JAVA_OPTIONS: pauses.option };
  const since = performance.now();
  const running = new Running(contender.name, command, { core: GATEWAY_CORE, env, cwd: work, log: path.join(work, `${contender.name}.log`) });
  await running.until('an answer', async () => (await ask(port, { query: '{ __typename }' })).status === 200, contender.patience ?? 60_000);
  const side = { ...contender, label: contender.label(), port, running, pauses, queries: {}, ready: (performance.now() - since) / 1000 };
  for (const query of queries.filter(({ name }) => !contender.bare || name === 'light')) side.queries[query.name] = { ...query, ...(await check(side, query)), turns: [] };
  console.log(`${side.name.padEnd(10)} answers after ${side.ready.toFixed(1)} s: ${side.label}`);
  return side;
}

/** The bytes of an answer that is right; what comes later is compared with them. */
async function check({ name, port }, { name: query, content, answer }) {
  const { text } = await ask(port, content);
  const isRight = bytes => isDeepStrictEqual(JSON.parse(bytes).data, answer.data) && !JSON.parse(bytes).errors;
  if (!isRight(text)) throw new Error(`${name} answers ${query} wrongly: ${text.slice(0, 500)}`);
  return { expected: Buffer.from(text), isRight, request: post(port, content), ordered: JSON.stringify(JSON.parse(text).data) === JSON.stringify(answer.data) };
}

async function warm(side) {
  for (const query of Object.values(side.queries)) await loaded(side, query, Number(options.warmup) / (query.name === 'heavy' ? 1 : 2));
}

async function turn(side, round) {
  for (const query of Object.values(side.queries)) {
    const done = await loaded(side, query, query.seconds);
    query.turns.push(done);
    console.log(`round ${round + 1}  ${side.name.padEnd(10)} ${query.name.padEnd(6)} ${done.cpu.toFixed(3)} s per 1000   ${done.rate.toFixed(0)} a second   p50 ${done.p50.toFixed(1)} ms   p99 ${done.p99.toFixed(1)} ms${done.wrong + done.lost + done.hung ? `   WRONG ${done.wrong}, lost ${done.lost}, hung ${done.hung}${done.firstWrong ? `, such as ${done.firstWrong}` : ''}` : ''}`);
  }
}

async function latency(side) {
  for (const query of Object.values(side.queries)) {
    const rate = median(query.turns.map(done => done.rate)) / 2;
    side.pauses.forget();
    query.half = { ...(await loaded(side, query, query.seconds * 2, rate)), asked: rate, pauses: side.pauses.milliseconds() };
  }
}

async function loaded({ port, running }, { request, expected, isRight }, duration, rate) {
  const load = new Load({ port, request, expected, isRight, connections: Number(options.connections), rate });
  await sleep(SETTLING);
  load.forget();
  const before = running.cpu();
  await sleep(duration * 1000);
  const spent = running.cpu() - before;
  const counts = load.counts();
  const hung = await load.stop();
  return { ...counts, hung, rate: counts.answered / counts.seconds, cpu: (spent / counts.answered) * 1000, busy: spent / counts.seconds };
}
