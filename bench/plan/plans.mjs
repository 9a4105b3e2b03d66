/** Counts what the plans of ours and of the peers take, side by side: `node plans.mjs --help`. */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { corpus } from './corpus/corpus.mjs';
import { planners } from './planners.mjs';

const { values: options } = parseArgs({ options: { audit: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help) {
  console.log(`./commerce bench plans [options]
  --audit DIR    a checkout of federation-gateway-audit: plan its operations too
  --only TEXT    the operations whose GRAPH/NAME contains the text
  --verbose      print the operations on which all agree, too`);
  process.exit(0);
}

/** What our planner calls an operation that breaks a rule of the specification; one of the peers does not look. */
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
/** Plans that are wrong: they take less because something is missing. */
const WRONG = {
  // Asks s2 for `estimate2` without what that requires; a @skip above makes it forget.
  'generated-tiny/0050-conditions': 'apollo',
};
const sides = await planners();
const rows = [];
for (const { graph, supergraph, operations } of corpus(options)) {
  const chosen = operations.filter(({ name }) => `${graph}/${name}`.includes(options.only ?? ''));
  if (!chosen.length) continue;
  for (const side of Object.values(sides)) await side.open(supergraph);
  for (const { name, file } of chosen) {
    const [ours, hive, apollo] = await Promise.all(Object.values(sides).map(side => side.ask('count', file)));
    const deferred = fs.readFileSync(file, 'utf8').includes('@defer');
    rows.push(judged({ name: `${graph}/${name}`, ours, hive: deferred ? { error: 'does not know @defer, and plans without it' } : hive, apollo }));
  }
}
for (const side of Object.values(sides)) side.stop();
report();

/**
 * Worse is what takes more fetches, or is deeper, than the better of both; each figure for itself. Where fewer requests
 * mean a longer wait, no plan is best in both, which excuses one that no single peer beats; but not in the audit.
 */
function judged(row) {
  const peers = ['hive', 'apollo'].filter(peer => WRONG[row.name] !== peer).map(peer => row[peer]).filter(side => !side.error);
  const best = { fetches: Math.min(...peers.map(p => p.fetches)), depth: Math.min(...peers.map(p => p.depth)) };
  if (row.ours.error?.startsWith(INVALID) && row.apollo.error) return { ...row, verdict: 'refused: invalid' };
  if (row.ours.error) return { ...row, verdict: peers.length ? 'NOT PLANNED' : 'planned by none' };
  if (!peers.length) return { ...row, verdict: 'planned by ours alone' };
  const worse = ['fetches', 'depth'].filter(figure => row.ours[figure] > best[figure]);
  const traded = worse.length && !row.name.startsWith('audit-') && peers.every(p => p.fetches > row.ours.fetches || p.depth > row.ours.depth);
  const better = ['fetches', 'depth'].filter(figure => row.ours[figure] < best[figure]);
  return { ...row, verdict: worse.length ? `${traded ? 'traded' : 'WORSE'} in ${worse.join(' and ')}${traded ? ': no peer is as good in both' : ''}` : better.length ? `better in ${better.join(' and ')}` : 'same' };
}

function report() {
  const width = Math.max(10, ...rows.map(row => row.name.length));
  const differing = rows.filter(row => options.verbose || row.verdict !== 'same' || row.ours.greedy);
  console.log(`${'fetches/depth'.padEnd(width)}  ${['ours', 'Hive', 'Apollo'].map(text => text.padEnd(10)).join('')}`);
  for (const row of differing) console.log(`${row.name.padEnd(width)}  ${[row.ours, row.hive, row.apollo].map(side => told(side).padEnd(10)).join('')}${row.verdict}${row.ours.greedy ? ' (greedy)' : ''}`);
  for (const side of ['ours', 'hive', 'apollo']) failures(side);
  const judgedRows = rows.filter(row => !/by none|alone|refused/.test(row.verdict));
  const fine = judgedRows.filter(row => !/WORSE|NOT|traded/.test(row.verdict));
  const traded = judgedRows.filter(row => row.verdict.startsWith('traded'));
  const better = rows.filter(row => row.verdict.startsWith('better'));
  console.log(`\nnever worse than the better of both: ${fine.length} of ${judgedRows.length}; traded one figure for the other: ${traded.length}; better: ${better.length}`);
  if (fine.length + traded.length < judgedRows.length) process.exitCode = 1;
}

function told(side) {
  return side.error ? 'failed' : `${side.fetches}/${side.depth}`;
}

function failures(side) {
  const reasons = new Map();
  for (const row of rows) if (row[side].error) reasons.set(row[side].error, [...(reasons.get(row[side].error) ?? []), row.name]);
  for (const [reason, names] of reasons) console.log(`${side} failed on ${names.length} (${names.slice(0, 3).join(', ')}): ${reason.slice(0, 200)}`);
}
