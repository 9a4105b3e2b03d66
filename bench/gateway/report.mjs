import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the issue of the gateway promises. */
const LIMITS = { heavy: 0.24, light: 2.5, megabytes: 400, latency: 5, pause: 20 };
const PIN = 'hive-rust';
const FLOOR = 'bare';

export const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
const number = value => (value === undefined || Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 3 : value < 100 ? 1 : 0));

/** Prints the tables, writes them to a file with today's date, and says whether a limit is broken. */
export function report({ sides, queries, options }) {
  const failures = [];
  const lines = [...heading(sides, options)];
  for (const query of queries) lines.push('', ...table(query.name, sides.filter(side => side.queries[query.name]), failures));
  if (options.latency) lines.push('', ...latency(sides, failures));
  if (!sides.some(({ name }) => name === 'ours')) lines.push('', 'Ours was not measured.');
  else lines.push('', failures.length ? `Over the limits: ${failures.join('; ')}.` : 'All within the limits.');
  console.log(`\n${lines.join('\n')}`);
  if (!options.dry) write(options.results, lines);
  return failures.length > 0;
}

function heading(sides, { rounds, seconds, warmup, connections }) {
  return [
    `# Gateways, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`, '',
    `${os.cpus().length} processors (${os.cpus()[0].model}), Node ${process.versions.node}; load average ${os.loadavg().map(one => one.toFixed(2)).join(' ')}.`,
    `${connections} connections, medians of ${rounds} turns of ${seconds} s (light: half), in turns, after ${warmup} s of warm-up. Each gateway on one core, load and subgraphs on another.`, '',
    ...sides.map(({ name, label, ready }) => `- ${name}: ${label}; answered ${ready.toFixed(1)} s after its start`),
  ];
}

function table(query, sides, failures) {
  const pin = sides.find(({ name }) => name === (query === 'heavy' ? PIN : FLOOR));
  const cpu = side => median(side.queries[query].turns.map(({ cpu: one }) => one));
  const rows = sides.map(side => {
    const { turns, expected, ordered } = side.queries[query];
    const of = figure => median(turns.map(turn => turn[figure]));
    const wrong = turns.reduce((sum, turn) => sum + turn.wrong + turn.lost + turn.hung, 0);
    const ratio = pin && cpu(side) / cpu(pin);
    if (side.name === 'ours') judge(query, side, ratio, wrong, failures);
    return [side.name, number(cpu(side)), ratio === undefined ? '-' : number(ratio), number(of('rate')), number(of('busy')), number(of('p50')), number(of('p99')), number(side.memory), `${expected.length}`, `${wrong}`, ordered ? 'yes' : 'no'];
  });
  const heads = ['', 'CPU s per 1000', `of ${pin?.name ?? 'none'}`, 'requests per s', 'core busy', 'p50 ms', 'p99 ms', 'peak MB', 'answer bytes', 'wrong, lost or hung', 'order of keys kept'];
  return [`## ${query}`, '', ...markdown(heads, rows)];
}

function judge(query, side, ratio, wrong, failures) {
  if (wrong) failures.push(`${query}: ${wrong} answers wrong, lost or hung`);
  if (ratio > LIMITS[query]) failures.push(`${query}: ${number(ratio)} of the processor time of ${query === 'heavy' ? PIN : FLOOR}, at most ${LIMITS[query]} wanted`);
  if (query === 'heavy' && side.memory > LIMITS.megabytes) failures.push(`${number(side.memory)} MB, at most ${LIMITS.megabytes} wanted`);
}

function latency(sides, failures) {
  const rows = sides.flatMap(side => Object.values(side.queries).map(({ name, half }) => {
    const factor = half.p99 / half.p50;
    const longest = half.pauses.length ? Math.max(...half.pauses) : undefined;
    if (side.name === 'ours' && factor > LIMITS.latency) failures.push(`${name}: p99 is ${number(factor)} times the p50 at half load, at most ${LIMITS.latency} wanted`);
    if (side.name === 'ours' && longest > LIMITS.pause) failures.push(`${name}: a pause of ${number(longest)} ms, at most ${LIMITS.pause} wanted`);
    return [side.name, name, number(half.asked), number(half.rate), number(half.p50), number(half.p99), number(factor), number(half.most), `${half.pauses.length}`, number(longest)];
  }));
  return ['## Latency at half of the throughput', '', ...markdown(['', 'query', 'wanted per s', 'reached', 'p50 ms', 'p99 ms', 'p99/p50', 'worst ms', 'pauses', 'longest ms'], rows)];
}

function markdown(heads, rows) {
  const widths = heads.map((head, i) => Math.max(head.length, 3, ...rows.map(row => row[i].length)));
  const line = cells => `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  return [line(heads), line(widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))), ...rows.map(line)];
}

function write(folder, lines) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `gateway-${new Date().toISOString().slice(0, 10)}.md`);
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}`);
}
