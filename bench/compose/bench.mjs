/** Composes the graphs that ComposeBench.java has written with the peers from npm: `node bench.mjs FOLDER`. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PATIENCE = 300_000;
const WARM_UP = 15_000;
const require = createRequire(import.meta.url);
const [folder, peer] = process.argv.slice(2);

if (peer) one(folder, peer);
else for (const graph of fs.readdirSync(folder).sort()) {
  console.log(`\n${graph}`);
  for (const name of ['apollo', 'guild']) inProcessOfItsOwn(path.join(folder, graph), name);
}

/** So that neither warms or fills the heap of the other, and a graph that is too much for one ends only that one. */
function inProcessOfItsOwn(graph, name) {
  try {
    execFileSync(process.execPath, ['--max-old-space-size=8192', '--expose-gc', import.meta.filename, graph, name], { stdio: 'inherit', timeout: PATIENCE });
  } catch (e) {
    console.log(`  ${name.padEnd(34)} ${e.code === 'ETIMEDOUT' ? `not done after ${PATIENCE / 1000} s` : `failed: ${e.message.split('\n')[0]}`}`);
  }
}

function one(graph, name) {
  const { parse } = require('graphql');
  const library = name === 'apollo' ? '@apollo/composition' : '@theguild/federation-composition';
  const { composeServices } = require(library);
  const subgraphs = fs.readdirSync(graph).sort().map(file => ({ name: file.slice(3, -8), url: `http://${file.slice(3, -8)}`, sdl: fs.readFileSync(path.join(graph, file), 'utf8') }));
  const run = () => {
    const start = performance.now();
    const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
    if (!result.supergraphSdl) throw new Error(`does not compose: ${result.errors.slice(0, 3).map(e => e.message)}`);
    return performance.now() - start;
  };
  const started = performance.now();
  const first = run();
  while (performance.now() - started < WARM_UP) run();
  const times = [];
  for (let i = 0; i < 21 && (i < 3 || performance.now() - started < 3 * WARM_UP); i++) times.push(run());
  times.sort((a, b) => a - b);
  const ms = t => `${t.toFixed(1).padStart(8)} ms`;
  console.log(`  ${library.padEnd(34)} median ${ms(times[times.length >> 1])}   min ${ms(times[0])}   first ${ms(first)}   ${times.length} runs, resident ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
}
