import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { classpath, java } from './corpus/corpus.mjs';

const here = import.meta.dirname;
const node = peer => [process.execPath, ['--max-old-space-size=4096', '--stack-size=4000', path.join(here, 'peers/worker.mjs'), peer]];
const COMMANDS = {
  ours: () => [java, ['-Xmx2g', '-XX:+UseSerialGC', '-cp', classpath, path.join(here, 'ours/Worker.java')]],
  hive: () => node('hive'),
  apollo: () => node('apollo'),
};

/** The planners side by side, each in a process that is started again when it crashes or takes too long. */
export async function planners(names = Object.keys(COMMANDS)) {
  const sides = Object.fromEntries(names.map(name => [name, new Planner(name)]));
  for (const side of Object.values(sides)) {
    const { version, error } = await side.askFor(120_000, 'version');
    if (error) throw new Error(`${side.name} does not start: ${error}`);
    side.version = version;
  }
  return sides;
}

class Planner {
  #child;
  #answers;
  #supergraph;

  constructor(name) {
    this.name = name;
  }

  async open(supergraph, patience = 120_000) {
    this.#supergraph = undefined;
    const answer = await this.#ask(['open', supergraph], patience);
    if (!answer.error) this.#supergraph = supergraph;
    this.broken = answer.error;
    return answer;
  }

  /** The answer, or `{ error }`; a crash and a lost patience are errors too. */
  async ask(command, ...words) {
    return this.askFor(30_000, command, ...words);
  }

  async askFor(patience, command, ...words) {
    if (this.broken) return { error: this.broken };
    if (!this.#child && this.#supergraph) await this.#ask(['open', this.#supergraph], 120_000);
    return this.#ask([command, ...words], patience);
  }

  async #ask(words, patience) {
    this.#child ?? this.#start();
    const child = this.#child;
    child.stdin.write(`${words.join('\t')}\n`);
    const answer = this.#answers.next().then(({ value, done }) => (done ? undefined : JSON.parse(value)), () => undefined);
    let timer;
    const late = new Promise(resolve => (timer = setTimeout(resolve, patience, { error: `not done after ${patience / 1000} s` , late: true })));
    const first = await Promise.race([answer, late]);
    clearTimeout(timer);
    if (first && !first.late) return first;
    this.stop();
    return first ?? { error: `the process crashed: ${this.said}` };
  }

  #start() {
    const [program, words] = COMMANDS[this.name]();
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.said = '';
    child.stderr.on('data', data => (this.said ||= String(data).split('\n').find(line => line && !line.startsWith('thread')) ?? ''));
    child.stdin.on('error', () => {});
    this.#child = child;
    this.#answers = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  stop() {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
