import fs from 'node:fs';
import path from 'node:path';

/** The operations of a suite of federation-gateway-audit: the first template text of each `createTest` in its `test.ts`. */
export function auditOperations(checkout, suite) {
  const text = fs.readFileSync(path.join(checkout, 'src/test-suites', suite, 'test.ts'), 'utf8');
  const found = [...text.matchAll(/createTest\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`/gs)].map(match => match[1].replace(/\$\{\w+\}/g, 'x'));
  if (!found.length) throw new Error(`no operation found in the tests of ${suite}`);
  return Object.fromEntries(found.map((query, i) => [`query-${String(i + 1).padStart(2, '0')}`, query]));
}
