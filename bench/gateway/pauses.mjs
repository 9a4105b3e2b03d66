import fs from 'node:fs';

/** The pauses that a JVM writes to its log of garbage collections; none for what is no JVM. */
export class Pauses {
  #file;
  #read = 0;

  constructor(file) {
    this.#file = file;
    this.option = `-Xlog:gc:file=${file}:uptime:filecount=0`;
  }

  /** Starts to count. */
  forget() {
    this.#read = this.#text().length;
  }

  milliseconds() {
    return [...this.#text().slice(this.#read).matchAll(/ Pause .* ([\d.]+)ms/g)].map(([, time]) => Number(time));
  }

  #text() {
    return fs.existsSync(this.#file) ? fs.readFileSync(this.#file, 'latin1') : '';
  }
}
