/** A seeded source of choices (mulberry32): the same seed gives the same graph on every machine. */
export class Rng {
  #state;

  constructor(seed) {
    this.#state = (seed * 2654435761) >>> 0;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(items) {
    return items[Math.floor(this.next() * items.length)];
  }

  /** Some of the items in their order, at least `least` of them. */
  some(items, probability, least = 0) {
    const chosen = items.filter(() => this.chance(probability));
    if (chosen.length >= least) return chosen;
    const start = this.int(0, items.length - least);
    return items.slice(start, start + least);
  }
}
