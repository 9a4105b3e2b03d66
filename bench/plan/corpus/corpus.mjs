import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { auditGraphs } from '../../compose/audit.mjs';
import { auditOperations } from './audit.mjs';
import { generate, SIZES } from './generate.mjs';
import { hostileGraphs } from './hostile.mjs';
import { randomOperations } from './operations.mjs';

const here = path.resolve(import.meta.dirname, '..');
const root = path.resolve(here, '../..');
const modules = ['language', 'supergraph', 'composition', 'planner'];
export const classpath = modules.map(module => path.join(root, 'gateway', module, 'target/classes')).join(path.delimiter);
export const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';

/** The corpus as files, `[{ graph, supergraph, operations: [{ name, file }] }]`: the shop's graph, generated ones, the audit's. */
export function corpus({ audit }) {
  const generated = SIZES.map(size => ({ name: `generated-${size.name}`, seed: size.seed, subgraphs: generate(size) }));
  const audited = audit ? auditGraphs(audit) : [];
  const composed = compose([...generated, ...audited]);
  const shop = fs.readdirSync(path.join(here, 'operations')).sort().map(file => [file.replace('.graphql', ''), fs.readFileSync(path.join(here, 'operations', file), 'utf8')]);
  return [
    written('shop', fs.readFileSync(path.join(root, 'schema/supergraph.graphql'), 'utf8'), Object.fromEntries(shop)),
    ...generated.map(({ name, seed }) => written(name, composed.get(name).supergraph, randomOperations(composed.get(name).api, seed))),
    ...audited.map(({ name }) => written(name, composed.get(name).supergraph, auditOperations(audit, name.replace('audit-', '')))),
  ];
}

/** What is meant to hurt, in the same form. */
export function hostileCorpus() {
  const graphs = hostileGraphs();
  const composed = compose(graphs);
  return graphs.map(({ name, operations }) => written(`hostile-${name}`, composed.get(name).supergraph, operations));
}

function written(graph, sdl, operations) {
  const folder = path.join(here, 'target/corpus', graph);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const supergraph = path.join(folder, 'supergraph.graphql');
  fs.writeFileSync(supergraph, sdl);
  return {
    graph, supergraph, operations: Object.entries(operations).map(([name, text]) => {
      const file = path.join(folder, `${name}.query.graphql`);
      fs.writeFileSync(file, text);
      return { name, file };
    }),
  };
}

/** All in one JVM, with our composition. */
function compose(graphs) {
  const work = path.join(here, 'target/graphs');
  fs.rmSync(work, { recursive: true, force: true });
  for (const { name, subgraphs } of graphs) {
    fs.mkdirSync(path.join(work, name), { recursive: true });
    subgraphs.forEach((s, i) => fs.writeFileSync(path.join(work, name, `${String(i).padStart(2, '0')}-${s.name}.graphql`), s.sdl));
  }
  const result = path.join(here, 'target/composed.jsonl');
  execFileSync(java, ['-Xss4m', '-cp', classpath, path.join(here, '../compose/ComposeAll.java'), work, result], { stdio: ['ignore', 'inherit', 'inherit'] });
  const composed = new Map(fs.readFileSync(result, 'utf8').trim().split('\n').map(line => JSON.parse(line)).map(r => [r.graph, r]));
  for (const [name, { supergraph, errors, crash }] of composed) if (!supergraph) throw new Error(`${name} does not compose: ${crash ?? errors.slice(0, 3).map(e => e.message).join('; ')}`);
  return composed;
}
