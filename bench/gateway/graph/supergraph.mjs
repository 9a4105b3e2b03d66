import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../contenders.mjs';
import { sdlFile, SUBGRAPHS } from './execution.mjs';

/** Writes the supergraph with our composition; the subgraph `users` says `more`, too, and there are `others`: NAME=URL=FILE. */
export function compose(file, port, { more = '', others = [] } = {}) {
  const users = `${file}.users.graphql`;
  fs.writeFileSync(users, fs.readFileSync(sdlFile('users'), 'utf8') + more);
  const subgraphs = SUBGRAPHS.flatMap(name => ['--subgraph', `${name}=http://127.0.0.1:${port}/${name}=${name === 'users' ? users : sdlFile(name)}`]);
  execFileSync(path.join(root, 'commerce'), ['compose', ...subgraphs, ...others.flatMap(one => ['--subgraph', one]), '--output', file, '--hints', 'none'], { stdio: 'pipe' });
}
