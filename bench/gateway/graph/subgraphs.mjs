/** The four subgraphs in one process, each at its path: `node subgraphs.mjs PORT`. Answers are computed once and kept whole. */
import net from 'node:net';
import { Messages, joined } from '../load/messages.mjs';
import { executor, SUBGRAPHS } from './execution.mjs';

const MOST_KEPT = 10_000;
const executors = Object.fromEntries(SUBGRAPHS.map(name => [`/${name}`, executor(name)]));
const kept = new Map();

net.createServer({ noDelay: true }, socket => {
  const messages = new Messages((head, parts) => answer(socket, head, parts));
  socket.on('data', bytes => messages.push(bytes));
  socket.on('error', () => socket.destroy());
}).listen(Number(process.argv[2]), '127.0.0.1', function () {
  console.log(`listening ${this.address().port}`);
});

function answer(socket, head, parts) {
  const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP'));
  const body = parts.length ? joined(parts) : Buffer.alloc(0);
  const key = path + body.latin1Slice();
  const known = kept.get(key);
  if (known) socket.write(known);
  else compute(path, body).then(bytes => {
    if (kept.size < MOST_KEPT) kept.set(key, bytes);
    socket.write(bytes);
  });
}

async function compute(path, body) {
  try {
    return http('200 OK', JSON.stringify(await executors[path](JSON.parse(body))));
  } catch (e) {
    return http('400 Bad Request', JSON.stringify({ errors: [{ message: String(e) }] }));
  }
}

function http(status, text) {
  return Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}
