/**
 * Composes many graphs with ours and with the peers from npm, and says where they differ. `node compare.mjs --help`.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditGraphs } from './audit.mjs';
import { compose, sorted } from './npm.mjs';
import { generate } from './random/generate.mjs';
import { breakGraph } from './random/mutate.mjs';
import { print } from './random/print.mjs';
import { semantics } from './semantics.mjs';

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    audit: { type: 'string' }, cases: { type: 'string' }, count: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' },
    root: { type: 'string', default: path.resolve(here, '../..') }, keep: { type: 'string', default: path.join(here, 'target/differences') },
    only: { type: 'string' }, guild: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(`node compare.mjs [options]
  --count N      random graphs, and as many broken ones (300)
  --seed S       the first seed (1)
  --only NAME    this graph only: random-17, broken-17, audit-..., case-...
  --audit DIR    a checkout of federation-gateway-audit: compose its suites too
  --cases DIR    a folder of <code>/<case>/*.graphql (the committed cases of gateway/composition)
  --guild        compare codes with the second peer too
  --root DIR     the repository whose gateway/*/target/classes are compared (this one)
  --keep DIR     where the differing graphs are put, with what each side says (target/differences)
  --verbose      print each difference, and differing hints`);
  process.exit(0);
}

const graphs = collect().filter(g => !options.only || g.name === options.only);
const ours = composeOurs(graphs);
const totals = {};
fs.rmSync(options.keep, { recursive: true, force: true });
for (const graph of graphs) compare(graph, ours.get(graph.name));
report();

function collect() {
  const list = [];
  if (options.audit) list.push(...auditGraphs(options.audit));
  const cases = options.cases ?? path.join(options.root, 'gateway/composition/src/test/resources/cases');
  if (fs.existsSync(cases)) list.push(...caseGraphs(cases));
  const first = Number(options.seed);
  for (let seed = first; seed < first + Number(options.count); seed++) {
    list.push({ name: `random-${seed}`, subgraphs: sdl(generate(seed)) });
    const broken = generate(seed);
    const done = breakGraph(broken, seed);
    list.push({ name: `broken-${seed}`, done, subgraphs: sdl(broken) });
  }
  return list;
}

function sdl(subgraphs) {
  return subgraphs.map(s => ({ name: s.name, url: `http://${s.name}`, sdl: print(s) }));
}

function caseGraphs(folder) {
  return fs.readdirSync(folder).sort().flatMap(code => fs.readdirSync(path.join(folder, code)).sort().map(name => {
    const dir = path.join(folder, code, name);
    const files = fs.readdirSync(dir).filter(f => f.endsWith('.graphql') && f !== 'supergraph.graphql').sort();
    return { name: `case-${code}-${name}`, subgraphs: files.map(f => ({ name: f.replace(/\.graphql$/, ''), url: `http://${f.replace(/\.graphql$/, '')}`, sdl: fs.readFileSync(path.join(dir, f), 'utf8') })) };
  }));
}

/** All graphs in one JVM. */
function composeOurs(list) {
  const work = path.join(here, 'target/graphs');
  fs.rmSync(work, { recursive: true, force: true });
  for (const graph of list) write(path.join(work, graph.name), graph.subgraphs);
  const classes = ['language', 'supergraph', 'composition'].map(m => path.join(options.root, 'gateway', m, 'target/classes'));
  const result = path.join(here, 'target/ours.jsonl');
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';
  execFileSync(java, ['-XX:+UseSerialGC', '-cp', classes.join(path.delimiter), path.join(here, 'ComposeAll.java'), work, result], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Map(fs.readFileSync(result, 'utf8').trim().split('\n').map(line => JSON.parse(line)).map(r => [r.graph, r]));
}

function write(dir, subgraphs) {
  fs.mkdirSync(dir, { recursive: true });
  subgraphs.forEach((s, i) => fs.writeFileSync(path.join(dir, `${String(i).padStart(2, '0')}-${s.name.replace(/\//g, '_')}.graphql`), s.sdl));
}

function compare(graph, mine) {
  const theirs = compose('apollo', graph.subgraphs);
  const kind = graph.name.split('-')[0];
  const total = (totals[kind] ??= { graphs: 0, composed: 0, same: 0, peerCrashed: 0, hintsSame: 0, guildSame: 0, differ: [] });
  total.graphs++;
  if (theirs.crash) return void total.peerCrashed++;
  const differences = differ(mine, theirs);
  if (theirs.supergraph) total.composed++;
  if (theirs.supergraph && codes(mine.hints) === codes(theirs.hints)) total.hintsSame++;
  else if (theirs.supergraph && options.verbose) console.log(`${graph.name}: hints ours ${codes(mine.hints)} theirs ${codes(theirs.hints)}`);
  if (options.guild) {
    const second = compose('guild', graph.subgraphs);
    if (codes(mine.errors) === codes(second.errors) && (!mine.api || !second.api || sorted(mine.api) === second.api)) total.guildSame++;
  }
  if (!differences.length) return void total.same++;
  total.differ.push({ name: graph.name, done: graph.done, differences });
  keep(graph, mine, theirs, differences);
}

function codes(list) {
  return [...new Set(list.map(e => e.code))].sort().join(' ');
}

function differ(mine, theirs) {
  if (mine.crash) return [`ours crashed: ${mine.crash}`];
  if (codes(mine.errors) !== codes(theirs.errors)) return [`codes: ours [${codes(mine.errors)}] theirs [${codes(theirs.errors)}]`];
  if (!theirs.supergraph) return [];
  const differences = [];
  differences.push(...lines('supergraph', semantics(mine.supergraph), semantics(theirs.supergraph)));
  differences.push(...lines('api', sorted(mine.api).split('\n'), theirs.api.split('\n')));
  return differences;
}

function lines(what, mine, theirs) {
  const [a, b] = [new Set(mine), new Set(theirs)];
  return [...mine.filter(l => !b.has(l)).map(l => `${what} ours:   ${l}`), ...theirs.filter(l => !a.has(l)).map(l => `${what} theirs: ${l}`)];
}

function keep(graph, mine, theirs, differences) {
  const dir = path.join(options.keep, graph.name);
  write(dir, graph.subgraphs);
  const told = side => [side.crash ?? '', ...side.errors.map(e => `ERROR ${e.code} | ${e.message} | ${JSON.stringify(e.places)}`), ...side.hints.map(h => `HINT ${h.code} | ${h.message}`), side.supergraph ?? ''].join('\n');
  fs.writeFileSync(path.join(dir, 'ours.txt'), told(mine));
  fs.writeFileSync(path.join(dir, 'theirs.txt'), told(theirs));
  fs.writeFileSync(path.join(dir, 'differences.txt'), [`broken by: ${graph.done ?? 'nothing'}`, ...differences].join('\n') + '\n');
}

function report() {
  const kinds = Object.entries(totals);
  for (const [kind, t] of kinds) {
    const judged = t.graphs - t.peerCrashed;
    console.log(`${kind.padEnd(8)} ${t.same} of ${judged} the same (${(100 * t.same / Math.max(1, judged)).toFixed(1)} %); ${t.composed} compose, of these ${t.hintsSame} with the same hint codes; the peer crashed on ${t.peerCrashed}${options.guild ? `; ${t.guildSame} as the second peer` : ''}`);
  }
  const groups = new Map();
  for (const [, t] of kinds) for (const d of t.differ) {
    const key = d.differences[0].slice(0, 150).replace(/\n[\s\S]*/, '');
    groups.set(key, [...(groups.get(key) ?? []), d.name]);
  }
  for (const [key, names] of [...groups].sort((a, b) => b[1].length - a[1].length)) console.log(`  ${names.length} x ${key}   (${names.slice(0, 4).join(', ')})`);
  if (options.verbose) for (const [, t] of kinds) for (const d of t.differ) console.log(`\n${d.name}${d.done ? ` (${d.done.join('; ')})` : ''}\n  ${d.differences.slice(0, 20).join('\n  ')}`);
  if (groups.size) { console.log(`The differing graphs are in ${options.keep}`); process.exitCode = 1; }
}
