/** A subgraph that answers in whatever bad way it is asked to: `node subgraph.mjs PORT`. */
import net from 'node:net';
import zlib from 'node:zlib';
import { Messages, joined } from '../load/messages.mjs';
import { sleep } from '../process.mjs';
import { pour } from './exchange.mjs';

const ROW = '{"id":"1","text":"a"}';
const GOOD = `{"data":{"trouble":[${ROW}]}}`;
const answer = (body, lines = []) => Buffer.concat([Buffer.from([`HTTP/1.1 200 OK`, 'Content-Type: application/json', ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n')), Buffer.from(body)]);
const chunked = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
const chunk = text => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const deep = '['.repeat(1_000_000);

function* forever(piece) {
  for (;;) yield piece;
}

/** How it can be bad; each writes to the connection. */
const KINDS = {
  good: socket => socket.write(answer(GOOD)),
  never: () => {},
  hangsUp: socket => socket.destroy(),
  hangsUpHalfway: socket => socket.end(answer(GOOD).subarray(0, -5)),
  drips: async socket => {
    socket.write(chunked);
    for (const piece of forever(chunk(' '))) {
      if (socket.destroyed) return;
      socket.write(piece);
      await sleep(300);
    }
  },
  dripsHeaders: async socket => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (const piece of forever('X-a: b\r\n')) {
      if (socket.destroyed) return;
      socket.write(piece);
      await sleep(300);
    }
  },
  endlessBody: socket => (socket.write(chunked + chunk('{"data":{"trouble":[')), pour(socket, forever(chunk(`${ROW},`.repeat(1_000))))),
  endlessHeaders: socket => (socket.write('HTTP/1.1 200 OK\r\n'), pour(socket, forever(`X-a: ${'x'.repeat(1_000)}\r\n`))),
  endlessBlanks: socket => (socket.write(chunked), pour(socket, forever(chunk(' '.repeat(65_536))))),
  gzipBomb: socket => socket.write(answer(zlib.gzipSync(Buffer.alloc(1 << 30, ' '), { level: 9 }), ['Content-Encoding: gzip'])),
  gzipBombOfRows: socket => socket.write(answer(zlib.gzipSync(`{"data":{"trouble":[${`${ROW},`.repeat(5_000_000)}${ROW}]}}`), ['Content-Encoding: gzip'])),
  gzipThatIsNone: socket => socket.write(answer(GOOD, ['Content-Encoding: gzip'])),
  gzipCutOff: socket => socket.write(answer(zlib.gzipSync(GOOD).subarray(0, 20), ['Content-Encoding: gzip'])),
  announcedHuge: socket => socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 107374182400\r\n\r\n{'),
  deepList: socket => socket.write(answer(`{"data":{"trouble":${deep}`)),
  deepWhereNobodyLooks: socket => socket.write(answer(`{"extensions":{"a":${deep}${']'.repeat(1_000_000)}},"data":{"trouble":[]}}`)),
  deepText: socket => socket.write(answer(`{"data":{"trouble":[{"id":"1","text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]}}`)),
  invalidUtf8: socket => socket.write(answer(Buffer.concat([Buffer.from('{"data":{"trouble":[{"id":"1","text":"'), Buffer.from([0xff, 0xc0, 0xfe]), Buffer.from('"}]}}')]))),
  halfSurrogate: socket => socket.write(answer('{"data":{"trouble":[{"id":"1","text":"\\ud800"}]}}')),
  controlCharacters: socket => socket.write(answer('{"data":{"trouble":[{"id":"1","text":"a\u0001\nb"}]}}')),
  cutOff: socket => socket.write(answer('{"data":{"trouble":[{"id":"1","te')),
  trailing: socket => socket.write(answer(`${GOOD}}}}}`)),
  notANumber: socket => socket.write(answer('{"data":{"trouble":[{"id":NaN,"text":"a"}]}}')),
  text: socket => socket.write(answer('<html>sorry</html>', ['Content-Type: text/html'])),
  empty: socket => socket.write(answer('')),
  noContent: socket => socket.write('HTTP/1.1 204 No Content\r\n\r\n'),
  scalar: socket => socket.write(answer('42')),
  list: socket => socket.write(answer('[]')),
  wrongTypes: socket => socket.write(answer('{"data":{"trouble":{"id":[]}}}')),
  dataIsText: socket => socket.write(answer('{"data":"yes"}')),
  errorsAreText: socket => socket.write(answer('{"errors":"many"}')),
  manyErrors: socket => socket.write(answer(`{"data":null,"errors":[${Array(100_000).fill('{"message":"no"}')}]}`)),
  wrongPaths: socket => socket.write(answer('{"data":{"trouble":null},"errors":[{"message":"no","path":["_entities",99999999999,-1,{},null],"locations":"x"}]}')),
  redirects: socket => socket.write('HTTP/1.1 302 Found\r\nLocation: /trouble\r\nContent-Length: 0\r\n\r\n'),
  noHttp: socket => socket.write('SSH-2.0-OpenSSH_9.9\r\n\r\n'),
  twoAnswers: socket => socket.write(Buffer.concat([answer(GOOD), answer('{"data":{"trouble":[{"id":"666","text":"smuggled"}]}}')])),
  badChunks: socket => socket.write(`${chunked}zz\r\n{}\r\n`),
  informs: async socket => {
    for (let i = 0; i < 100 && !socket.destroyed; i++) socket.write('HTTP/1.1 102 Processing\r\n\r\n');
    socket.write(answer(GOOD));
  },
};

export const kinds = Object.keys(KINDS);

if (process.argv[1] === import.meta.filename) {
  net.createServer({ noDelay: true }, socket => {
    const messages = new Messages((head, parts) => {
      const [kind] = /(?<=do-)\w+/.exec(joined(parts).toString()) ?? ['good'];
      Promise.resolve(KINDS[kind](socket)).catch(() => {});
    });
    socket.on('data', bytes => messages.push(bytes)).on('error', () => {});
  }).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
}
