import http2 from 'node:http2';
import zlib from 'node:zlib';
import { sleep } from '../process.mjs';
import { cut, exchange, head, JSON_BODY, pour, send } from './exchange.mjs';

const SLOW = 60_000;
const ZEROS = 1 << 30;
const OPERATION = '{"query":"{ __typename }"}';
const bomb = lazily(() => zlib.gzipSync(Buffer.alloc(ZEROS, ' '), { level: 9 }));
const inflated = lazily(() => zlib.deflateSync(Buffer.alloc(ZEROS / 4, ' '), { level: 9 }));
const raw = text => (port, patience) => exchange(port, socket => socket.write(text), patience);
const whole = (lines, body = OPERATION) => head([...JSON_BODY, ...lines]) + body;

function lazily(make) {
  let made;
  return () => (made ??= make());
}

function* endlessly(piece) {
  for (;;) yield piece;
}

/** One byte each time, for ever: the other side has to have enough of it. */
async function drip(socket, bytes, pause) {
  for (let i = 0; !socket.destroyed; i++) {
    socket.write(bytes[i % bytes.length]);
    await sleep(pause);
  }
}

/** What is wrong below GraphQL. */
export const transport = [
  { name: 'a body that is cut off', run: (port, patience) => exchange(port, socket => socket.end(head([...JSON_BODY, 'Content-Length: 1000']) + '{"query":'), patience) },
  { name: 'a body that never comes', patience: SLOW, run: raw(head([...JSON_BODY, 'Content-Length: 1000']) + '{"query":') },
  { name: 'a body that drips', patience: SLOW, run: (port, patience) => exchange(port, socket => (socket.write(head([...JSON_BODY, 'Content-Length: 100000'])), drip(socket, ' ', 500)), patience) },
  { name: 'headers that drip', patience: SLOW, run: (port, patience) => exchange(port, socket => (socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n'), drip(socket, 'X-a: b\r\n', 500)), patience) },
  { name: '200 at once: headers that drip', patience: SLOW, times: 200, run: (port, patience) => exchange(port, socket => (socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-a: '), drip(socket, 'x', 1_000)), patience) },
  { name: 'a body of 64 MB', run: (port, patience) => send(port, Buffer.alloc(64 << 20, ' '), patience) },
  { name: 'a body announced with 100 GB', run: raw(head([...JSON_BODY, 'Content-Length: 107374182400'])) },
  { name: '20 at once: a body of 64 MB', times: 20, run: (port, patience) => send(port, Buffer.alloc(64 << 20, ' '), patience) },
  { name: 'chunks without end', run: (port, patience) => exchange(port, socket => (socket.write(head([...JSON_BODY, 'Transfer-Encoding: chunked'])), pour(socket, endlessly(`1000\r\n${' '.repeat(4096)}\r\n`))), patience) },
  { name: 'a chunk that is too large', run: raw(head([...JSON_BODY, 'Transfer-Encoding: chunked']) + 'fffffffffffffffff\r\n') },
  { name: 'a chunk whose size is no number', run: raw(head([...JSON_BODY, 'Transfer-Encoding: chunked']) + 'zz\r\n{}\r\n') },
  { name: 'a gzip bomb', run: (port, patience) => send(port, bomb(), patience, [...JSON_BODY, 'Content-Encoding: gzip']) },
  { name: '20 at once: a gzip bomb', times: 20, run: (port, patience) => send(port, bomb(), patience, [...JSON_BODY, 'Content-Encoding: gzip']) },
  { name: 'a deflate bomb', run: (port, patience) => send(port, inflated(), patience, [...JSON_BODY, 'Content-Encoding: deflate']) },
  { name: 'gzip in gzip', run: (port, patience) => send(port, zlib.gzipSync(zlib.gzipSync(OPERATION)), patience, [...JSON_BODY, 'Content-Encoding: gzip, gzip']) },
  { name: 'gzip that is none', run: (port, patience) => send(port, OPERATION, patience, [...JSON_BODY, 'Content-Encoding: gzip']) },
  { name: 'gzip that is cut off', run: (port, patience) => send(port, zlib.gzipSync(OPERATION).subarray(0, 20), patience, [...JSON_BODY, 'Content-Encoding: gzip']) },
  { name: 'an encoding nobody knows', run: (port, patience) => send(port, OPERATION, patience, [...JSON_BODY, 'Content-Encoding: rot13']) },
  { name: 'two lengths', run: raw(whole([`Content-Length: ${OPERATION.length}`, 'Content-Length: 3'])) },
  { name: 'a length and chunks', run: raw(whole(['Content-Length: 3', 'Transfer-Encoding: chunked'], `${OPERATION.length.toString(16)}\r\n${OPERATION}\r\n0\r\n\r\n`)), mayBeAnswered: true },
  { name: 'a negative length', run: raw(whole(['Content-Length: -1'])) },
  { name: 'a length that is no number', run: raw(whole(['Content-Length: many'])) },
  { name: 'a header of 1 MB', run: (port, patience) => exchange(port, socket => pour(socket, cut(Buffer.from(whole([`X-a: ${'x'.repeat(1 << 20)}`])))), patience) },
  { name: '100,000 headers', run: (port, patience) => exchange(port, socket => pour(socket, cut(Buffer.from(whole(Array.from({ length: 100_000 }, (_, i) => `X-${i}: x`))))), patience) },
  { name: 'a header with a zero byte', run: raw(whole([`Content-Length: ${OPERATION.length}`, 'X-a: \0'])), mayBeAnswered: true },
  { name: 'a URL of 1 MB', run: (port, patience) => exchange(port, socket => pour(socket, cut(Buffer.from(head(['Accept: application/json'], `GET /graphql?query=${'x'.repeat(1 << 20)} HTTP/1.1`)))), patience) },
  { name: 'a URL with broken escapes', run: raw(head(['Accept: application/json'], 'GET /graphql?query=%zz%f HTTP/1.1')) },
  { name: 'a URL with invalid UTF-8', run: raw(head(['Accept: application/json', 'Apollo-Require-Preflight: true'], 'GET /graphql?query=%ff%fe%7b HTTP/1.1')) },
  { name: 'a URL that climbs', run: raw(head(['Accept: application/json'], 'GET /graphql/../../../../etc/passwd HTTP/1.1')) },
  { name: 'a request line that is none', run: raw('\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n') },
  { name: 'noise', run: (port, patience) => exchange(port, socket => pour(socket, cut(Buffer.from(Array.from({ length: 1 << 18 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff)))), patience) },
  { name: 'a method nobody knows', run: raw(head([], 'BREW /graphql HTTP/1.1')) },
  { name: 'HTTP 9.9', run: raw(head([], 'POST /graphql HTTP/9.9')) },
  { name: 'a content type that is none', run: raw(head(['Content-Type: ;;;=', `Content-Length: ${OPERATION.length}`]) + OPERATION) },
  { name: 'a charset nobody knows', run: raw(head(['Content-Type: application/json; charset=klingon', `Content-Length: ${OPERATION.length}`]) + OPERATION), mayBeAnswered: true },
  { name: 'a form without its boundary', run: raw(head(['Content-Type: multipart/form-data', 'Content-Length: 4']) + 'abcd') },
  { name: 'a form that is cut off', run: (port, patience) => exchange(port, socket => socket.end(head(['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 500']) + '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{'), patience) },
  { name: 'an Accept of 10,000 types', run: raw(head(['Content-Type: application/json', `Accept: ${'a/b;q=0.1,'.repeat(700)}`, `Content-Length: ${OPERATION.length}`]) + OPERATION) },
  { name: 'HTTP/2 that turns into noise', run: (port, patience) => exchange(port, socket => socket.write(Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.alloc(4096, 0xee)])), patience) },
  { name: '10,000 HTTP/2 requests taken back', run: takenBack },
];

/** Opens and cancels streams as fast as it can; what counts is that the gateway is well afterwards. */
function takenBack(port, patience) {
  return new Promise(resolve => {
    const session = http2.connect(`http://127.0.0.1:${port}`);
    const end = outcome => {
      clearTimeout(timer);
      session.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(end, patience, { silent: true });
    session.on('error', () => end({ closed: true })).on('close', () => end({ closed: true })).on('goaway', () => end({ closed: true }));
    for (let i = 0; i < 10_000 && !session.destroyed; i++) {
      const stream = session.request({ ':method': 'POST', ':path': '/graphql', 'content-type': 'application/json' });
      stream.on('error', () => {});
      stream.end(OPERATION);
      stream.close(http2.constants.NGHTTP2_CANCEL);
    }
    setTimeout(end, 2_000, { closed: true });
  });
}
