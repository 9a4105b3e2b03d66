const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Cuts the bytes of a connection into HTTP/1.1 messages and hands on each with its head and the parts of its body. As much
 * of the protocol as the benchmark needs; it copies nothing.
 */
export class Messages {
  #receive;
  #begun;
  #head;
  #parts = [];
  #left = 0;
  #chunked = false;
  #line = '';

  constructor(receive) {
    this.#receive = receive;
  }

  push(bytes) {
    let at = 0;
    while (at < bytes.length) {
      if (this.#head === undefined) {
        if (this.#begun) [bytes, at, this.#begun] = [Buffer.concat([this.#begun, bytes.subarray(at)]), 0];
        const end = bytes.indexOf(END_OF_HEAD, at);
        if (end < 0) return void (this.#begun = bytes.subarray(at));
        this.#open(bytes.latin1Slice(at, end));
        at = end + END_OF_HEAD.length;
      } else {
        at = this.#left ? this.#take(bytes, at) : this.#readLine(bytes, at);
      }
    }
  }

  #open(head) {
    this.#head = head;
    this.#chunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    this.#left = this.#chunked ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (!this.#chunked && !this.#left) this.#close();
  }

  #take(bytes, at) {
    const end = Math.min(bytes.length, at + this.#left);
    this.#parts.push(bytes.subarray(at, end));
    this.#left -= end - at;
    if (!this.#left && !this.#chunked) this.#close();
    return end;
  }

  /** Of a chunked body: the line with a chunk's size, the empty one after a chunk, and what follows the last. */
  #readLine(bytes, at) {
    const end = bytes.indexOf(10, at);
    this.#line += bytes.latin1Slice(at, end < 0 ? bytes.length : end);
    if (end < 0) return bytes.length;
    const line = this.#line.trim();
    this.#line = '';
    if (this.#left === undefined) {
      if (!line) this.#close();
    } else if (line) {
      const size = parseInt(line, 16);
      this.#left = size === 0 ? undefined : size;
    }
    return end + 1;
  }

  #close() {
    const [head, parts] = [this.#head, this.#parts];
    this.#head = undefined;
    this.#parts = [];
    this.#left = 0;
    this.#receive(head, parts);
  }
}

/** The part itself where it is the only one. */
export const joined = parts => (parts.length === 1 ? parts[0] : Buffer.concat(parts));
