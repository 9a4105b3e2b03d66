import fs from 'node:fs';
import path from 'node:path';

/** The graphs of a federation-gateway-audit checkout: the SDL is the template text in each `*.subgraph.ts`. */
export function auditGraphs(checkout) {
  const suites = path.join(checkout, 'src/test-suites');
  return fs.readdirSync(suites).sort().filter(suite => fs.statSync(path.join(suites, suite)).isDirectory()).flatMap(suite => {
    const files = fs.readdirSync(path.join(suites, suite)).filter(f => f.endsWith('.subgraph.ts')).sort();
    if (!files.length) return [];
    return [{ name: `audit-${suite}`, subgraphs: files.map(file => subgraph(path.join(suites, suite, file))) }];
  });
}

function subgraph(file) {
  const text = fs.readFileSync(file, 'utf8');
  const found = /typeDefs:\s*(?:\/\*.*?\*\/\s*)?(?:parse\()?(?:gql|graphql)?\s*`([^`]*)`/s.exec(text) ?? /=\s*(?:\/\*.*?\*\/\s*)?(?:gql)?`([^`]*)`/s.exec(text);
  if (!found) throw new Error(`no SDL found in ${file}`);
  const name = /createSubgraph\(\s*["'`]([^"'`]+)["'`]/.exec(text)?.[1] ?? path.basename(file, '.subgraph.ts');
  return { name, url: `http://${name}`, sdl: found[1] };
}
