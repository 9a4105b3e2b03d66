import net from 'node:net';
import { Messages, joined } from '../load/messages.mjs';

const PIECE = 1 << 16;

/**
 * Opens a connection, lets `talk` write to it and waits for the first answer, the end of the connection, or the end of its
 * patience: `{ status, text }`, `{ closed }` or `{ silent }`.
 */
export function exchange(port, talk, patience) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const end = outcome => {
      clearTimeout(timer);
      resolve(outcome);
      socket.destroy();
    };
    const timer = setTimeout(end, patience, { silent: true });
    const messages = new Messages((head, parts) => !/^HTTP\/1\.1 1\d\d/.test(head) && end({ status: Number(head.slice(9, 12)), text: joined(parts).toString() }));
    socket.on('data', bytes => messages.push(bytes));
    socket.on('error', () => {});
    socket.on('close', () => end({ closed: true }));
    socket.on('connect', () => Promise.resolve(talk(socket)).catch(() => {}));
  });
}

/** Writes as fast as it is read, until all is written or nobody listens any more. */
export async function pour(socket, pieces) {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await drained(socket);
  }
}

function drained(socket) {
  return new Promise(resolve => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

export function* cut(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

export function head(lines, first = 'POST /graphql HTTP/1.1') {
  return `${[first, 'Host: localhost', ...lines].join('\r\n')}\r\n\r\n`;
}

export const JSON_BODY = ['Content-Type: application/json', 'Accept: application/json'];

/** A whole request with a body that may be anything. */
export function send(port, body, patience, lines = JSON_BODY) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return exchange(port, async socket => {
    socket.write(head([...lines, `Content-Length: ${bytes.length}`]));
    await pour(socket, cut(bytes));
  }, patience);
}
