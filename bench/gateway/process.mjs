import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

const TICKS_PER_SECOND = 100;
const started = new Set();
process.on('exit', () => started.forEach(one => one.kill()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/** A process that we have started, with all that it starts. What it says goes to a file. */
export class Running {
  constructor(name, [program, ...words], { core, env = {}, cwd, log }) {
    this.name = name;
    this.log = log;
    const out = fs.openSync(log, 'w');
    const pinned = core === undefined ? [program, words] : ['taskset', ['-c', `${core}`, program, ...words]];
    this.child = spawn(...pinned, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out], detached: true });
    fs.closeSync(out);
    this.child.on('error', e => (this.ended = e.message));
    this.child.on('exit', (code, signal) => (this.ended = `ended with ${code ?? signal}`));
    started.add(this);
  }

  /** Waits until something holds, such as that it answers. */
  async until(what, holds, patience) {
    const end = performance.now() + patience;
    for (;;) {
      if (await holds().catch(() => false)) return;
      if (this.ended) throw new Error(`${this.name} ${this.ended}: ${this.said()}`);
      if (performance.now() > end) throw new Error(`${this.name}: ${what} not after ${patience / 1000} s: ${this.said()}`);
      await sleep(100);
    }
  }

  /** The end of what it said. */
  said() {
    return fs.readFileSync(this.log, 'utf8').slice(-1500);
  }

  /** Seconds of processor time since it started, of all its processes. */
  cpu() {
    const [user, system, childUser, childSystem] = this.#sum(pid => {
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ');
      return fields.slice(11, 15).map(Number);
    });
    return (user + system + childUser + childSystem) / TICKS_PER_SECOND;
  }

  /** Megabytes of memory: what is resident now, and the most that ever was. */
  memory() {
    const [now, peak] = this.#sum(pid => {
      const status = fs.readFileSync(`/proc/${pid}/status`, 'latin1');
      return ['VmRSS', 'VmHWM'].map(figure => Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(status)?.[1] ?? 0));
    });
    return { now: now / 1024, peak: peak / 1024 };
  }

  #sum(figures) {
    return tree(this.child.pid).reduce((sums, pid) => {
      try {
        return figures(pid).map((value, i) => value + (sums[i] ?? 0));
      } catch {
        return sums;
      }
    }, [0, 0, 0, 0]);
  }

  /** The process itself and all below. */
  pids() {
    return tree(this.child.pid);
  }

  kill(signal = 'SIGKILL') {
    if (signal === 'SIGKILL') started.delete(this);
    if (this.ended) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch {
      // It is gone already.
    }
  }
}

function tree(pid) {
  try {
    const children = fs.readdirSync(`/proc/${pid}/task`).flatMap(thread => fs.readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').trim().split(' ').filter(Boolean));
    return [pid, ...children.flatMap(child => tree(Number(child)))];
  } catch {
    return [];
  }
}

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}
