/**
 * The four subgraphs with subscriptions over WebSocket and SSE, one of them a nuisance: `node subgraphs.mjs PORT`. What the
 * inventory does changes with time.
 */
import http from 'node:http';
import { parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { reviews } from '../graph/data.mjs';
import { executor, service, SUBGRAPHS } from '../graph/execution.mjs';

const EVERY = 200;
/** Longer than the gateway waits. */
const TOO_LONG = 3_000;
const FLAPPING = '/inventory';
const PHASES = [['well', 4_000], ['fails', 500], ['well', 2_000], ['resets', 500], ['well', 2_000], ['slow', 500], ['well', 2_000], ['rubbish', 500], ['well', 2_000], ['breaks off', 500]];
const ROUND = PHASES.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
const executors = Object.fromEntries(SUBGRAPHS.map(name => [`/${name}`, executor(name)]));
const { schema } = service('reviews');
const rootValue = { reviewWritten: written };
const kept = new Map();

const server = http.createServer((request, response) => read(request).then(body => answer(request, response, body)).catch(() => response.destroy()));
const sockets = new WebSocketServer({ server });
useServer({ schema, roots: { subscription: rootValue } }, sockets);
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));

async function* written() {
  for (let i = 0; ; i++) {
    await new Promise(resolve => setTimeout(resolve, EVERY));
    yield { reviewWritten: reviews[i % reviews.length] };
  }
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function answer(request, response, body) {
  if (/event-stream/.test(request.headers.accept ?? '') && /\bsubscription\b/.test(body)) return stream(response, JSON.parse(body));
  const phase = request.url === FLAPPING ? phaseNow() : 'well';
  if (phase === 'resets') return request.socket.resetAndDestroy();
  if (phase === 'fails') return response.writeHead(500).end('out of order');
  if (phase === 'rubbish') return response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": {"_entities": [}');
  return compute(request.url, body).then(text => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    if (phase === 'breaks off') response.write(text.slice(0, text.length / 2), () => response.destroy());
    else if (phase === 'slow') setTimeout(() => response.end(text), TOO_LONG);
    else response.end(text);
  });
}

function phaseNow() {
  let at = Date.now() % ROUND;
  return PHASES.find(([, milliseconds]) => (at -= milliseconds) < 0)[0];
}

async function compute(path, body) {
  const key = path + body;
  if (!kept.has(key)) kept.set(key, JSON.stringify(await executors[path](JSON.parse(body))));
  return kept.get(key);
}

async function stream(response, { query, variables, operationName }) {
  const events = await subscribe({ schema, document: parse(query), rootValue, variableValues: variables, operationName });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.on('close', () => events.return());
  for await (const event of events) response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`);
  response.end('event: complete\ndata:\n\n');
}
