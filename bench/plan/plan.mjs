/** Times planning, ours and the peers', in turns: `node plan.mjs --help`. */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { corpus } from './corpus/corpus.mjs';
import { planners } from './planners.mjs';

const { values: options } = parseArgs({
  options: {
    audit: { type: 'string' }, only: { type: 'string', default: '' }, rounds: { type: 'string', default: '5' }, millis: { type: 'string', default: '15' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`./commerce bench plan [options]
  --audit DIR    a checkout of federation-gateway-audit: time its operations too
  --only TEXT    the operations whose GRAPH/NAME contains the text
  --rounds N     how often each planner gets its turn (5)
  --millis N     how long a turn lasts, at least one run (15)
  --jmh [...]    the micro benchmarks of ours alone; what follows goes to JMH`);
  process.exit(0);
}

/** What is timed of whom. `text` is from the text to the plan. */
const STAGES = [['ours', 'text'], ['hive', 'text'], ['apollo', 'text'], ['ours', 'document'], ['ours', 'plan'], ['apollo', 'plan']];
/** What takes more milliseconds than this gets two turns only. */
const LONG = 500;
const column = ([side, stage]) => `${side}.${stage}`;
const load = () => os.loadavg().map(one => one.toFixed(2)).join(' ');
const sides = await planners();
const graphs = corpus(options)
  .map(graph => ({ ...graph, operations: graph.operations.filter(({ name }) => `${graph.graph}/${name}`.includes(options.only)) }))
  .filter(({ operations }) => operations.length);
const rows = new Map(graphs.flatMap(({ graph, operations }) => operations.map(({ name }) => [`${graph}/${name}`, {}])));

console.log('Milliseconds. text: from the text to the plan. Ours parses, validates, normalises and plans; Hive parses, normalises and');
console.log('plans without validation, and its addon turns the plan into JavaScript objects; Apollo parses, builds its operation and plans.');
console.log('document: ours from the parsed document (validation, normalisation, planning). plan: from the operation that is made of it.');
for (const side of Object.values(sides)) console.log(side.version);
console.log(`Node ${process.versions.node}; ${os.cpus().length} processors (${os.cpus()[0].model}); load average ${load()}`);
await overAll(warm);
await overAll(measure);
console.log(`load average ${load()}`);
for (const side of Object.values(sides)) side.stop();
report();

async function overAll(visit) {
  for (const { graph, supergraph, operations } of graphs) {
    for (const side of Object.values(sides)) await side.open(supergraph);
    for (const { name, file } of operations) await visit(rows.get(`${graph}/${name}`), file);
  }
}

async function warm(row, file) {
  for (const stage of STAGES) {
    const { error } = await sides[stage[0]].ask('time', stage[1], file, 60);
    row[column(stage)] = error ? { error } : { times: [] };
  }
}

async function measure(row, file) {
  for (let round = -1; round < Number(options.rounds); round++) {
    for (const stage of STAGES) {
      const cell = row[column(stage)];
      if (cell.error || (round > 1 && cell.times[0] > LONG)) continue;
      const { times, error } = await sides[stage[0]].ask('time', stage[1], file, Number(options.millis));
      if (error) cell.error = error;
      else if (round >= 0) cell.times.push(...times);
    }
  }
}

function report() {
  for (const row of rows.values()) for (const cell of Object.values(row)) if (!cell.error) Object.assign(cell, { median: quantile(cell.times, 0.5), p95: quantile(cell.times, 0.95) });
  const width = Math.max(...[...rows.keys()].map(name => name.length));
  const heads = STAGES.flatMap(stage => [column(stage), ...(stage[1] === 'text' ? ['p95'] : [])]);
  console.log(`\n${'median'.padEnd(width)}${heads.map(text => text.padStart(15)).join('')}${'ours/hive'.padStart(12)}${'ours/apollo'.padStart(12)}`);
  for (const [name, row] of rows) console.log(`${name.padEnd(width)}${STAGES.map(stage => cells(row, stage)).join('')}${number(ratio(row, 'hive')).padStart(12)}${number(ratio(row, 'apollo')).padStart(12)}`);
  console.log(`${'median of all'.padEnd(width)}${STAGES.map(stage => `${number(overCorpus(stage)).padStart(15)}${stage[1] === 'text' ? ' '.repeat(15) : ''}`).join('')}`);
  summary();
}

function cells(row, stage) {
  const { error, median, p95 } = row[column(stage)];
  return [error ? 'failed' : number(median), ...(stage[1] === 'text' ? [error ? '' : number(p95)] : [])].map(text => text.padStart(15)).join('');
}

function overCorpus(stage) {
  return quantile([...rows.values()].map(row => row[column(stage)].median).filter(time => time !== undefined), 0.5);
}

function ratio(row, peer) {
  return row['ours.text'].median / row[`${peer}.text`].median;
}

/** From text to plan, on what both can plan. */
function summary() {
  for (const peer of ['hive', 'apollo']) {
    const ratios = [...rows.values()].map(row => ratio(row, peer)).filter(one => !Number.isNaN(one));
    if (ratios.length) console.log(`ours takes ${number(quantile(ratios, 0.5))} times what ${peer} takes, as the median over ${ratios.length} operations; ${number(quantile(ratios, 0.95))} times at the 95th percentile, ${number(Math.max(...ratios))} at most`);
  }
  const slow = [...rows].filter(([, row]) => row['hive.text'].median > 1 && ratio(row, 'hive') > 2);
  console.log(`more than 2 times slower than Hive where that takes over 1 ms: ${slow.length ? '' : 'none'}`);
  for (const [name, row] of slow) console.log(`  ${name}: ${number(row['ours.text'].median)} against ${number(row['hive.text'].median)}`);
  for (const [side] of STAGES.slice(0, 3)) {
    const failed = [...rows].filter(([, row]) => row[`${side}.text`].error);
    if (failed.length) console.log(`${side} failed on ${failed.length}, such as ${failed[0][0]}: ${failed[0][1][`${side}.text`].error.slice(0, 150)}`);
  }
  const median = quantile([...rows.values()].map(row => ratio(row, 'hive')).filter(one => !Number.isNaN(one)), 0.5);
  if (slow.length || median > 1 || [...rows.values()].some(isRefusedByOursAlone)) process.exitCode = 1;
}

/** An operation that is not valid is planned by Hive, which does not look. */
function isRefusedByOursAlone(row) {
  return row['ours.text'].error && !row['hive.text'].error && !row['apollo.text'].error;
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function number(value) {
  return value === undefined || Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 3 : 1);
}
