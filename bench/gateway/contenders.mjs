import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
export const root = path.resolve(here, '../..');
const version = name => JSON.parse(fs.readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
const hive = options => ({ supergraph, port }) => [path.join(here, 'node_modules/.bin/hive-gateway'), 'supergraph', supergraph, '--config-path', path.join(here, 'peers/hive.config.mjs'), '--host', '127.0.0.1', '--port', `${port}`, '--fork', '1', ...options];

/** How we are started; a JVM reads the variable whoever starts it. */
export const ours = {
  name: 'ours', label: () => 'ours', patience: 300_000, health: '/readiness',
  command: ({ supergraph, port, config }) => [path.join(root, 'commerce'), 'gateway', '--supergraph', supergraph, '--config', config, '--port', `${port}`],
};

/** Who is measured. Each serves `supergraph` at /graphql of `port`. */
export const CONTENDERS = [
  ours,
  { name: 'hive-rust', label: () => `Hive Gateway ${version('@graphql-hive/gateway')}, Rust planner ${version('@graphql-hive/router-query-planner')}`, command: hive(['--hive-router-runtime']) },
  { name: 'hive-js', label: () => `Hive Gateway ${version('@graphql-hive/gateway')}, JavaScript planner, --jit`, command: hive(['--jit']) },
  { name: 'apollo', label: () => `Apollo Gateway ${version('@apollo/gateway')}`, command: ({ supergraph, port }) => [process.execPath, path.join(here, 'peers/apollo.mjs'), supergraph, `${port}`] },
  { name: 'bare', label: () => 'bare Reactor Netty, the same bytes', bare: true, command: ({ port, answer }) => [java(), '-XX:+UseSerialGC', '-Xmx128m', '-cp', libraries(), path.join(here, 'BareServer.java'), `${port}`, answer] },
];

export function java() {
  return process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';
}

/** The libraries that our server runs on. */
function libraries() {
  const found = ['gateway/server/target/libraries', 'all-in-one/target/lib'].map(folder => path.join(root, folder)).find(folder => fs.existsSync(folder));
  if (!found) throw new Error('gateway/server is not built: its target/libraries is missing');
  return `${found}/*`;
}
