/** Runs federation-gateway-audit against a gateway: `node audit.mjs --help`. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENDERS } from '../gateway/contenders.mjs';
import { ask } from '../gateway/load/request.mjs';
import { freePort, Running } from '../gateway/process.mjs';

const { values: options } = parseArgs({
  options: {
    audit: { type: 'string' }, only: { type: 'string', default: '' }, gateway: { type: 'string', default: 'ours' }, config: { type: 'string', default: path.join(import.meta.dirname, 'ours.yaml') },
    lanes: { type: 'string', default: '2' }, plain: { type: 'boolean' }, strict: { type: 'boolean' }, verbose: { type: 'boolean' }, help: { type: 'boolean' },
  },
});
if (options.help || !options.audit) {
  console.log(`./commerce bench audit --audit DIR [options]
  --audit DIR     a checkout of federation-gateway-audit
  --only TEXT     the suites whose name contains the text
  --plain         without the switch that fails poor plans; --strict: with it alone. Otherwise both, one after the other
  --gateway NAME  ours, hive-rust, hive-js or apollo (ours)
  --config FILE   the configuration of ours (bench/conformance/ours.yaml)
  --lanes N       gateways at a time (2)
  --verbose       all that a failed test says`);
  process.exit(options.help ? 0 : 2);
}

const checkout = path.resolve(options.audit);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-audit-'));
const contender = CONTENDERS.find(({ name }) => name === options.gateway);
const tsx = import.meta.resolve('tsx');
const modes = [...(options.strict ? [] : [{ name: 'plain', punish: '0' }]), ...(options.plain ? [] : [{ name: 'strict: poor plans fail', punish: '1' }])];
provideLibraries();
let failures = 0;
for (const mode of modes) failures += await runAll(mode);
fs.rmSync(work, { recursive: true, force: true });
process.exit(failures ? 1 : 0);

/** The audit's own list of them has versions that are not to be had; it runs on ours. A link may lead to where nothing is any more. */
function provideLibraries() {
  const folder = path.join(checkout, 'node_modules');
  if (fs.existsSync(folder)) return;
  fs.rmSync(folder, { force: true });
  fs.symlinkSync(path.join(import.meta.dirname, 'node_modules'), folder);
}

/** All suites, with subgraphs of their own, since some keep state. */
async function runAll({ name, punish }) {
  const port = await freePort();
  const subgraphs = new Running('the subgraphs', [process.execPath, '--import', tsx, path.join(import.meta.dirname, 'subgraphs.mjs'), checkout, `${port}`], {
    env: { PUNISH_FOR_POOR_PLANS: punish }, cwd: checkout, log: path.join(work, 'subgraphs.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  await subgraphs.until('listening', async () => (await fetch(`${url}/_health`)).ok, 60_000);
  const suites = (await (await fetch(`${url}/ids`)).json()).filter(id => id.includes(options.only));
  const results = new Map();
  const left = [...suites];
  const next = async () => {
    const id = left.shift();
    results.set(id, await runSuite(url, id).catch(e => ({ passed: 0, failed: [{ test: id, why: e.message }] })));
  };
  // The first one alone: it may have to build what it starts.
  if (left.length) await next();
  await Promise.all(Array.from({ length: Number(options.lanes) }, async () => {
    while (left.length) await next();
  }));
  subgraphs.kill();
  return report(name, suites.map(id => ({ id, ...results.get(id) })));
}

async function runSuite(url, id) {
  const supergraph = path.join(work, `${id}.graphql`);
  fs.writeFileSync(supergraph, await (await fetch(`${url}/${id}/supergraph`)).text());
  const port = await freePort();
  const gateway = new Running(`${contender.name} for ${id}`, contender.command({ supergraph, port, config: options.config }), { cwd: work, env: { NODE_ENV: 'production' }, log: path.join(work, `${id}.log`) });
  try {
    await gateway.until('an answer', async () => (await ask(port, { query: '{ __typename }' }, { patience: 2_000 })).status === 200, contender.patience ?? 60_000);
    return read(await runTests(`${url}/${id}/tests`, `http://127.0.0.1:${port}/graphql`, id));
  } finally {
    gateway.kill();
  }
}

/** The audit's tests, which are told by the environment what to test; what they print is TAP. */
function runTests(tests, graphql, id) {
  const child = spawn(process.execPath, ['--import', tsx, '--test-reporter', 'tap', path.join(checkout, 'src/test.ts')], {
    cwd: checkout, env: { ...process.env, TESTS_ENDPOINT: tests, GRAPHQL_ENDPOINT: graphql, TEST_SUITE: id }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (text += data));
  return new Promise(resolve => child.on('close', () => resolve(text)));
}

/** One test is one indented line; what follows a failed one says why. */
function read(tap) {
  const tests = tap.split(/^(?= {4}(?:not )?ok \d+ - )/m).slice(1);
  const failed = tests.filter(test => test.startsWith('    not ok')).map(test => ({ test: /- (.*)/.exec(test)[1], why: test.slice(test.indexOf('\n') + 1) }));
  if (!tests.length) failed.push({ test: 'no test ran', why: tap });
  return { passed: tests.length - failed.filter(({ test }) => test !== 'no test ran').length, failed };
}

function report(mode, suites) {
  const failed = suites.flatMap(suite => suite.failed);
  const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
  const whole = suites.filter(suite => !suite.failed.length).length;
  for (const { test, why } of failed) console.log(`FAILED ${test}\n${(options.verbose ? why : /error: \|-?\n([\s\S]*?)\n\s+code:/.exec(why)?.[1].slice(0, 1200) ?? why.slice(0, 600)).replace(/^/gm, '    ')}\n`);
  console.log(`${contender.name}, ${mode}: ${passed} of ${passed + failed.length} cases, ${whole} of ${suites.length} suites`);
  return failed.length;
}
