/** One peer in a process of its own: `node worker.mjs PEER`. Reads a command a line, tabs between its words; answers each with a line of JSON. */
import fs from 'node:fs';
import readline from 'node:readline';
import { count } from './count.mjs';
import { PEERS } from './peers.mjs';

const peer = PEERS[process.argv[2]];
let planner;

const commands = {
  version: () => ({ version: peer.version() }),
  open(supergraph) {
    planner = peer.open(fs.readFileSync(supergraph, 'utf8'));
    return {};
  },
  count: file => count(planner.text(fs.readFileSync(file, 'utf8'))),
  time(stage, file, millis) {
    const text = fs.readFileSync(file, 'utf8');
    const operation = stage === 'plan' ? planner.prepare(text) : text;
    return { times: times(() => planner[stage](operation), Number(millis)) };
  },
};

/** At least one, and as many as the time allows. */
function times(run, millis) {
  const taken = [];
  const started = performance.now();
  do {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  } while (performance.now() - started < millis && taken.length < 2000);
  return taken;
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const [command, ...words] = line.split('\t');
  let answer;
  try {
    answer = commands[command](...words);
  } catch (e) {
    answer = { error: String(e.message).split('\n')[0] };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
