import http from 'node:http';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { reviews } from '../graph/data.mjs';
import { sleep } from '../process.mjs';
import { isRight } from './answers.mjs';

const QUERY = 'subscription { reviewWritten { id text author { id handle name } product { title available } } }';
/** What ends a subscription without being a fault: the graph is a new one. */
const RELOADED = /reload|going.away|restart/i;
const LONGEST_SILENCE = 10_000;
/** The share of subscriptions that are left by a broken connection. */
const TORN = 0.1;

/** Clients that subscribe, listen for a while and leave: politely, or by tearing the connection down. */
export class Subscribers {
  counts = { opened: 0, events: 0, wrong: 0, silent: 0, failed: 0, ended: 0, firstFault: undefined };
  #port;
  #stopped = false;
  #running;

  constructor(port, { sockets, streams }) {
    this.#port = port;
    this.#running = [...Array.from({ length: sockets }, () => this.#repeat(() => this.#overWebSocket())), ...Array.from({ length: streams }, () => this.#repeat(() => this.#overEvents()))];
  }

  async stop() {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #repeat(subscription) {
    while (!this.#stopped) {
      await subscription();
      await sleep(100 + Math.random() * 400);
    }
  }

  /** Several operations on one socket; now and then it goes down under all of them. */
  async #overWebSocket() {
    let socket;
    let isTorn = false;
    const client = createClient({ url: `ws://127.0.0.1:${this.#port}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, on: { connected: opened => (socket = opened) } });
    const tear = () => {
      isTorn = true;
      socket.terminate();
    };
    const operations = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => this.#listen((sink, leaving) => {
      const dispose = client.subscribe({ query: QUERY }, { ...sink, error: e => (isTorn ? sink.gone() : sink.error(e)), complete: () => (isTorn ? sink.gone() : sink.complete()) });
      leaving(() => (socket && Math.random() < TORN ? tear() : dispose()));
    }));
    await Promise.all(operations);
    await client.dispose();
  }

  #overEvents() {
    return this.#listen((sink, leaving) => {
      const request = http.request({ port: this.#port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, agent: false });
      leaving(() => request.destroy());
      request.on('error', e => sink.error(e));
      request.on('response', response => {
        if (response.statusCode !== 200) sink.error(new Error(`status ${response.statusCode}`));
        let text = '';
        response.setEncoding('utf8').on('data', part => {
          const blocks = (text + part).split(/\r?\n\r?\n/);
          text = blocks.pop();
          blocks.forEach(block => event(block, sink));
        });
        response.on('error', e => sink.error(e)).on('end', () => sink.complete());
      });
      request.end(JSON.stringify({ query: QUERY }));
    });
  }

  /** One subscription, from its start until it is left or ends. */
  #listen(open) {
    this.counts.opened++;
    return new Promise(resolve => {
      let leave = () => {};
      let isLeft = false;
      let heard = performance.now();
      const finish = () => {
        isLeft = true;
        clearInterval(watch);
        clearTimeout(timer);
        leave();
        resolve();
      };
      const timer = setTimeout(finish, 500 + Math.random() * 5_000);
      const watch = setInterval(() => {
        if (this.#stopped) finish();
        else if (performance.now() - heard > LONGEST_SILENCE) this.#fault('silent', 'no event', finish);
      }, 100);
      open({
        next: answer => {
          heard = performance.now();
          this.#judge(answer, isLeft);
        },
        error: e => isLeft || this.#failed(e, finish),
        gone: () => isLeft || finish(),
        complete: () => isLeft || (this.counts.ended++, finish()),
      }, left => (leave = left));
    });
  }

  #judge(answer, isLeft) {
    if (isLeft) return;
    this.counts.events++;
    const review = reviews.find(({ id }) => id === answer.data?.reviewWritten?.id);
    const { id, text, author, product } = review ?? {};
    const reference = review && { reviewWritten: { id, text, author: { id: author.id, handle: author.handle, name: author.name }, product: { title: product.title, available: product.available } } };
    if (answer.errors?.some(error => RELOADED.test(JSON.stringify(error)))) return;
    if (!reference || !isRight(answer, reference)) this.#fault('wrong', JSON.stringify(answer).slice(0, 500));
  }

  #failed(e, finish) {
    const text = Array.isArray(e) ? JSON.stringify(e) : `${e?.code ?? ''} ${e?.reason ?? e?.message ?? e}`;
    if (RELOADED.test(text)) this.counts.ended++;
    else return this.#fault('failed', text, finish);
    return finish();
  }

  #fault(kind, what, finish = () => {}) {
    this.counts[kind]++;
    this.counts.firstFault ??= `${kind}: ${what}`;
    finish();
  }
}

function event(block, sink) {
  const field = name => block.split(/\r?\n/).filter(line => line.startsWith(`${name}:`)).map(line => line.slice(name.length + 1).trim()).join('\n');
  if (field('event') === 'next') sink.next(JSON.parse(field('data')));
  if (field('event') === 'complete') sink.complete();
}
