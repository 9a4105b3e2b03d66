/** Composes the graphs that ComposeBench.java has written with the peers from npm, beside its times: `node bench.mjs FOLDER`. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PATIENCE = 120_000;
const WARM_UP = 15_000;
const LIBRARIES = ['@apollo/composition', '@theguild/federation-composition'];
const require = createRequire(import.meta.url);
const [folder, library] = process.argv.slice(2);

if (library) console.log(JSON.stringify(measure(folder, library)));
else {
  const ours = JSON.parse(fs.readFileSync(path.join(folder, 'ours.json'), 'utf8'));
  for (const graph of fs.readdirSync(folder).filter(entry => fs.statSync(path.join(folder, entry)).isDirectory()).sort()) beside(graph, ours[graph]);
}

function beside(graph, ours) {
  console.log(`\n${graph}`);
  line('ours', ours);
  const theirs = LIBRARIES.map(library => inProcessOfItsOwn(path.join(folder, graph), library)).filter(Boolean);
  if (theirs.length) console.log(`  ours is ${ratio(theirs, ours, 'median')} times as fast as the faster of them; by processor time, ${ratio(theirs, ours, 'cpu')} times`);
}

/** So that neither warms or fills the heap of the other, and a graph that is too much for one ends only that one. */
function inProcessOfItsOwn(graph, library) {
  try {
    const printed = execFileSync(process.execPath, ['--max-old-space-size=8192', import.meta.filename, graph, library], { timeout: PATIENCE, stdio: 'pipe' });
    const times = JSON.parse(printed);
    line(library, times);
    return times;
  } catch (e) {
    console.log(`  ${library.padEnd(32)} ${e.code === 'ETIMEDOUT' ? `not warm after ${PATIENCE / 1000} s, ended` : why(e)}`);
    return undefined;
  }
}

/** The line of the trace that says what went wrong. */
function why(e) {
  return String(e.stderr).split('\n').find(text => /^\w*Error: /.test(text)) ?? e.message.split('\n')[0];
}

function line(name, { median, min, cpu, resident }) {
  const ms = t => `${t.toFixed(1).padStart(8)} ms`;
  console.log(`  ${name.padEnd(32)} median ${ms(median)}   min ${ms(min)}   processor ${ms(cpu)}${resident ? `   resident ${resident} MB` : ''}`);
}

function ratio(theirs, ours, figure) {
  return (Math.min(...theirs.map(times => times[figure])) / ours[figure]).toFixed(1);
}

function measure(graph, library) {
  const { parse } = require('graphql');
  const { composeServices } = require(library);
  const subgraphs = fs.readdirSync(graph).sort().map(file => ({ name: file.slice(3, -8), url: `http://${file.slice(3, -8)}`, sdl: fs.readFileSync(path.join(graph, file), 'utf8') }));
  const run = () => {
    const start = performance.now();
    const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
    if (!result.supergraphSdl) throw new Error(`does not compose: ${result.errors.slice(0, 3).map(e => e.message)}`);
    return performance.now() - start;
  };
  const started = performance.now();
  do run(); while (performance.now() - started < WARM_UP);
  const times = [];
  const processor = process.cpuUsage();
  for (let i = 0; i < 21 && (i < 3 || performance.now() - started < 3 * WARM_UP); i++) times.push(run());
  const { user, system } = process.cpuUsage(processor);
  const cpu = (user + system) / 1e3 / times.length;
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], min: times[0], cpu, resident: Math.round(process.resourceUsage().maxRSS / 1e3) };
}
