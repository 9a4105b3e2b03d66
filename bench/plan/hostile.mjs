/** What operations that are meant to hurt take of us and of the peers: `node hostile.mjs [--only TEXT] [--patience SECONDS]`. */
import { parseArgs } from 'node:util';
import { hostileCorpus } from './corpus/corpus.mjs';
import { planners } from './planners.mjs';

const MOST_CPU = 250;
const MOST_MEGABYTES = 64;
const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' }, patience: { type: 'string', default: '5' }, alone: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help) {
  console.log(`./commerce bench hostile [options]
  --only TEXT      the operations whose GRAPH/NAME contains the text
  --patience N     seconds that a peer gets for an operation (5)
  --alone          without the peers`);
  process.exit(0);
}

const peers = options.alone ? [] : ['hive', 'apollo'];
const sides = await planners(['ours', ...peers]);
let broken = 0;
console.log(`Ours from the parsed document on, after a warm-up of 5 s: processor time of the planning thread, and what it allocates (more than`);
console.log(`it ever holds). Limits: ${MOST_CPU} ms and ${MOST_MEGABYTES} MB. Peers: the second of two runs, wall clock.\n`);
console.log(`${''.padEnd(44)}${['outcome', 'first ms', 'median ms', 'worst ms', 'MB', ...peers].map(text => text.padStart(14)).join('')}`);
for (const { graph, supergraph, operations } of hostileCorpus()) {
  const chosen = operations.filter(({ name }) => `${graph}/${name}`.includes(options.only));
  if (!chosen.length) continue;
  for (const side of Object.values(sides)) await side.open(supergraph, 60_000);
  for (const { name, file } of chosen) {
    const mine = await sides.ours.askFor(120_000, 'cost', file);
    const theirs = [];
    for (const peer of peers) theirs.push(await time(sides[peer], file));
    line(`${graph}/${name}`, mine, theirs);
  }
}
for (const side of Object.values(sides)) side.stop();
console.log(broken ? `\n${broken} over the limits` : '\nall within the limits');
if (broken) process.exitCode = 1;

async function time(side, file) {
  const patience = Number(options.patience) * 1000;
  for (const run of ['first', 'second']) {
    const { times, error, late } = await side.askFor(patience, 'time', 'text', file, 0);
    if (error) return late ? `over ${options.patience} s` : error.startsWith('the process crashed') ? 'crashes' : 'refuses';
    if (run === 'second') return `${times[0].toFixed(0)} ms`;
  }
}

function line(name, { error, outcome, first, cpu, worst, megabytes }, theirs) {
  const over = error || outcome === 'no code' || worst > MOST_CPU || megabytes > MOST_MEGABYTES;
  if (over) broken++;
  const mine = error ? ['FAILED', '', '', '', ''] : [outcome, ...[first, cpu, worst, megabytes].map(value => value.toFixed(1))];
  console.log(`${name.padEnd(44)}${[...mine, ...theirs].map(text => text.padStart(14)).join('')}${over ? `   OVER${error ? `: ${error.slice(0, 150)}` : ''}` : ''}`);
}
