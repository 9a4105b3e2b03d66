import net from 'node:net';
import { Messages, joined } from './messages.mjs';

/**
 * Sends one request over and over on a number of connections, each the next one when the last is answered; or, with a rate,
 * so many in a second. Each answer is compared with the expected bytes.
 */
export class Load {
  /** @param isRight judges an answer whose bytes are not those expected */
  constructor({ port, request, expected, isRight, connections, rate }) {
    Object.assign(this, { port, request, expected, isRight, rate });
    this.stopped = false;
    this.sent = 0;
    this.forget();
    this.idle = [];
    this.waiting = [];
    this.connections = Array.from({ length: connections }, () => new Connection(this));
    if (rate) this.#beat();
  }

  /** Starts to count. */
  forget() {
    Object.assign(this, { since: performance.now(), answered: 0, wrong: 0, lost: 0, times: [] });
  }

  counts() {
    const seconds = (performance.now() - this.since) / 1000;
    const times = Float64Array.from(this.times).sort();
    const quantile = share => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
    return { seconds, answered: this.answered, wrong: this.wrong, firstWrong: this.firstWrong, lost: this.lost, p50: quantile(0.5), p99: quantile(0.99), most: quantile(1) };
  }

  /** Waits for what is under way; says how many requests were never answered. */
  async stop(patience = 15_000) {
    this.stopped = true;
    clearInterval(this.beat);
    const end = performance.now() + patience;
    const busy = () => this.connections.filter(one => one.startedAt !== undefined).length;
    while (busy() && performance.now() < end) await new Promise(resolve => setTimeout(resolve, 20));
    const hung = busy();
    for (const one of this.connections) one.close();
    return hung;
  }

  /** A timer ticks by the millisecond. A request that finds no free connection waits, and its time runs. */
  #beat() {
    const start = performance.now();
    this.beat = setInterval(() => {
      const now = performance.now();
      for (const due = Math.floor(((now - start) / 1000) * this.rate); this.sent < due; this.sent++) {
        const free = this.idle.pop();
        if (free) free.send(now);
        else this.waiting.push(now);
      }
    }, 1);
  }

  isFree(connection) {
    if (this.stopped) return;
    if (!this.rate) connection.send(performance.now());
    else if (this.waiting.length) connection.send(this.waiting.shift());
    else this.idle.push(connection);
  }

  answer(milliseconds, head, parts) {
    this.answered++;
    this.times.push(milliseconds);
    if (head.startsWith('200', 9) && (same(parts, this.expected) || this.#isRight(parts))) return;
    this.wrong++;
    this.firstWrong ??= `${head.split('\r\n')[0]} ${joined(parts).subarray(0, 300)}`;
  }

  #isRight(parts) {
    try {
      return this.isRight(joined(parts));
    } catch {
      return false;
    }
  }
}

function same(parts, expected) {
  let at = 0;
  for (const part of parts) {
    if (at + part.length > expected.length || part.compare(expected, at, at + part.length) !== 0) return false;
    at += part.length;
  }
  return at === expected.length;
}

class Connection {
  #load;
  #socket;

  constructor(load) {
    this.#load = load;
    this.#connect();
  }

  #connect() {
    this.#socket = net.connect({ port: this.#load.port, host: '127.0.0.1', noDelay: true });
    const messages = new Messages((head, parts) => this.#receive(head, parts));
    this.#socket.on('connect', () => this.#load.isFree(this));
    this.#socket.on('data', bytes => messages.push(bytes));
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => this.#closed());
  }

  send(since) {
    this.startedAt = since;
    this.#socket.write(this.#load.request);
  }

  #receive(head, parts) {
    const milliseconds = performance.now() - this.startedAt;
    this.startedAt = undefined;
    this.#load.answer(milliseconds, head, parts);
    this.#load.isFree(this);
  }

  #closed() {
    if (this.startedAt !== undefined) this.#load.lost++;
    this.startedAt = undefined;
    this.#load.idle = this.#load.idle.filter(one => one !== this);
    if (!this.#load.stopped) setTimeout(() => this.#load.stopped || this.#connect(), 50);
  }

  close() {
    this.#socket.destroy();
  }
}
