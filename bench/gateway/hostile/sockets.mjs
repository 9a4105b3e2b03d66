import crypto from 'node:crypto';
import net from 'node:net';
import { sleep } from '../process.mjs';
import { head, pour } from './exchange.mjs';

const TEXT = 1;
const SLOW = 60_000;
const PAUSE = 100;
const INIT = '{"type":"connection_init"}';
const subscribe = (id, query = 'subscription { reviewWritten { id } }') => JSON.stringify({ id, type: 'subscribe', payload: { query } });
const handshake = (protocol = 'graphql-transport-ws') => head([
  'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${crypto.randomBytes(16).toString('base64')}`, ...(protocol ? [`Sec-WebSocket-Protocol: ${protocol}`] : []),
], 'GET /graphql HTTP/1.1');

/** A frame as clients send it, or as they must not. */
function frame(content, { code = TEXT, last = true, reserved = 0, masked = true, length } = {}) {
  const bytes = Buffer.from(content);
  const size = length ?? BigInt(bytes.length);
  const first = Buffer.from([(last ? 0x80 : 0) | reserved | code]);
  const mask = Buffer.from(masked ? [1, 2, 3, 4] : []);
  const bit = masked ? 0x80 : 0;
  const lengths = size < 126n ? Buffer.from([bit | Number(size)]) : Buffer.alloc(size < 65_536n ? 3 : 9);
  if (lengths.length === 3) lengths.writeUInt16BE(Number(size), 1);
  if (lengths.length === 9) lengths.writeBigUInt64BE(size, 1);
  if (lengths.length > 1) lengths[0] = bit | (lengths.length === 3 ? 126 : 127);
  return Buffer.concat([first, lengths, mask, masked ? bytes.map((byte, i) => byte ^ mask[i % 4]) : bytes]);
}

/** Opens a WebSocket and sends frames; what comes back is `{ closed: CODE }`, `{ status }` where it is not opened, or `{ silent }`. */
function talk(port, patience, frames, protocol) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let read = Buffer.alloc(0);
    let isOpen = false;
    let code;
    const end = outcome => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(end, patience, { silent: true });
    socket.on('error', () => {});
    socket.on('close', () => end({ closed: code ?? true }));
    socket.on('connect', () => socket.write(handshake(protocol)));
    socket.on('data', bytes => {
      read = Buffer.concat([read, bytes]);
      if (!isOpen) {
        const at = read.indexOf('\r\n\r\n');
        if (at < 0) return;
        const status = Number(read.latin1Slice(9, 12));
        if (status !== 101) return end({ status, text: read.subarray(at + 4).toString() });
        isOpen = true;
        read = read.subarray(at + 4);
        Promise.resolve(frames(socket)).catch(() => {});
      }
      for (let next = takeFrame(read); next; next = takeFrame(read)) {
        read = read.subarray(next.size);
        if (next.code !== 8) continue;
        code = next.content.length >= 2 ? next.content.readUInt16BE() : 1005;
        socket.end(frame(next.content, { code: 8 }));
      }
    });
  });
}

function takeFrame(bytes) {
  if (bytes.length < 2) return undefined;
  const short = bytes[1] & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return bytes.length < start + length ? undefined : { code: bytes[0] & 0xf, content: bytes.subarray(start, start + length), size: start + length };
}

/** One after the other, with time for each to be answered. */
const sending = (...frames) => (port, patience) => talk(port, patience, async socket => {
  for (const one of frames) {
    socket.write(one);
    await sleep(PAUSE);
  }
});

/** Much that is allowed; then it leaves without a word. */
function flood(frames) {
  return (port, patience) => talk(port, patience, async socket => {
    socket.write(frame(INIT));
    await sleep(PAUSE);
    await pour(socket, frames);
    await sleep(1_000);
    socket.destroy();
  });
}

function* times(most, make) {
  for (let i = 0; i < most; i++) yield make(i);
}

/** What is wrong on a WebSocket. `code` is the only one that will do. */
export const sockets = [
  { name: 'WebSocket: no protocol named', run: (port, patience) => talk(port, patience, () => {}, '') },
  { name: 'WebSocket: a protocol nobody knows', run: (port, patience) => talk(port, patience, () => {}, 'smoke-signals') },
  { name: 'WebSocket: never initialised', code: 4408, patience: SLOW, run: (port, patience) => talk(port, patience, () => {}) },
  { name: 'WebSocket: subscribes before it is initialised', code: 4401, run: sending(frame(subscribe('1'))) },
  { name: 'WebSocket: initialised twice', code: 4429, run: sending(frame(INIT), frame(INIT)) },
  { name: 'WebSocket: the same id twice', code: 4409, run: sending(frame(INIT), frame(subscribe('1')), frame(subscribe('1'))) },
  { name: 'WebSocket: a message nobody knows', code: 4400, run: sending(frame(INIT), frame('{"type":"dance"}')) },
  { name: 'WebSocket: a message that is no JSON', code: 4400, run: sending(frame(INIT), frame('{"type":')) },
  { name: 'WebSocket: a message that is no object', code: 4400, run: sending(frame(INIT), frame('[[]]')) },
  { name: 'WebSocket: a message nested 100,000 deep', run: sending(frame(INIT), frame(`{"type":"ping","payload":{"a":${'['.repeat(100_000)}`)) },
  { name: 'WebSocket: binary for text', run: sending(frame(INIT, { code: 2 }), frame('{"type":"dance"}', { code: 2 })) },
  { name: 'WebSocket: invalid UTF-8', run: sending(frame(INIT), frame(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))) },
  { name: 'WebSocket: a frame without a mask', run: sending(frame(INIT, { masked: false })) },
  { name: 'WebSocket: a reserved opcode', run: sending(frame('', { code: 11 })) },
  { name: 'WebSocket: a reserved bit', run: sending(frame(INIT, { reserved: 0x40 })) },
  { name: 'WebSocket: a continuation of nothing', run: sending(frame('abc', { code: 0 })) },
  { name: 'WebSocket: a ping that is too long', run: sending(frame('x'.repeat(200), { code: 9 })) },
  { name: 'WebSocket: a ping in parts', run: sending(frame('x', { code: 9, last: false })) },
  { name: 'WebSocket: a close code that is none', run: sending(frame(Buffer.from([0, 1]), { code: 8 })) },
  { name: 'WebSocket: a frame announced with 2^62 bytes', run: sending(frame('', { length: 1n << 62n })) },
  { name: 'WebSocket: a frame with a negative length', run: sending(frame('', { length: 1n << 63n })) },
  { name: 'WebSocket: a message of 64 MB', run: sending(frame('x'.repeat(64 << 20))) },
  { name: 'WebSocket: a message in parts without end', run: (port, patience) => talk(port, patience, socket => {
    socket.write(frame('{', { last: false }));
    return pour(socket, times(Infinity, () => frame(' '.repeat(65_536), { code: 0, last: false })));
  }) },
  { name: 'WebSocket: half a frame, then silence', patience: SLOW, run: sending(frame(INIT).subarray(0, 8)) },
  { name: 'WebSocket: 10,000 subscriptions on one socket', mayStayOpen: true, run: flood(times(10_000, i => frame(subscribe(`${i}`)))) },
  { name: 'WebSocket: 100,000 pings', mayStayOpen: true, run: flood(times(100_000, () => frame('', { code: 9 }))) },
  { name: 'WebSocket: 200 at once that say nothing', code: 4408, patience: SLOW, times: 200, run: (port, patience) => talk(port, patience, () => {}) },
];
