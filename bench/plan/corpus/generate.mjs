import { Rng } from '../../compose/random/rng.mjs';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject"])';

/**
 * The graphs of the benchmark, from a team's first to a large company's. The tangled ones have requirements that cross
 * from one form of key to another, on which a peer gives up or crashes.
 */
export const SIZES = [
  { name: 'tiny', seed: 1, subgraphs: 4, types: 30 },
  { name: 'small', seed: 2, subgraphs: 10, types: 120 },
  { name: 'medium', seed: 3, subgraphs: 20, types: 500 },
  { name: 'large', seed: 4, subgraphs: 30, types: 1500 },
  { name: 'huge', seed: 5, subgraphs: 50, types: 3000 },
  { name: 'tangled-tiny', seed: 6, subgraphs: 4, types: 30, tangled: true },
  { name: 'tangled-medium', seed: 7, subgraphs: 20, types: 400, tangled: true },
];

/** A graph in which entities spread over subgraphs with keys of every form; it composes by construction. */
export function generate({ seed, subgraphs, types, tangled }) {
  return new Generated(new Rng(seed), subgraphs, types, tangled).subgraphs();
}

class Generated {
  constructor(rng, count, types, tangled = false) {
    Object.assign(this, { rng, count, tangled });
    /** Per subgraph: type name -> { head, fields }, and the fields of the roots. */
    this.graphs = Array.from({ length: count }, () => ({ types: new Map(), Query: [], Mutation: [] }));
    this.entities = Array.from({ length: Math.max(4, Math.round(types * 0.35)) }, (_, i) => this.plan(i));
    this.parts = Math.max(1, Math.round((types * 0.4) / count));
    this.medias = 1 + Math.round(types / 150);
  }

  /** Where an entity lives: at home, and in one to four other subgraphs that add to it. */
  plan(i) {
    const others = [...this.graphs.keys()].filter(s => s !== i % this.count);
    const extensions = [];
    for (let n = this.rng.int(1, Math.min(4, others.length)); n > 0; n--) extensions.push(others.splice(this.rng.int(0, others.length - 1), 1)[0]);
    return { name: `Entity${i}`, i, home: i % this.count, extensions };
  }

  subgraphs() {
    this.graphs.forEach((_, s) => this.own(s));
    for (const entity of this.entities) this.spread(entity);
    for (const entity of this.entities) this.link(entity);
    for (let m = 0; m < this.medias; m++) this.media(m);
    this.graphs.forEach((_, s) => this.abstract(s));
    this.viewer();
    return this.graphs.map((graph, s) => ({ name: `s${s}`, url: `http://s${s}`, sdl: print(graph) }));
  }

  add(s, name, head, ...fields) {
    const types = this.graphs[s].types;
    if (!types.has(name)) types.set(name, { head, fields: new Map() });
    for (const field of fields) {
      const key = /^\w+/.exec(field)[0];
      if (!types.get(name).fields.has(key)) types.get(name).fields.set(key, field);
    }
    return types.get(name);
  }

  /** What every subgraph has: shared values, and types of its own. */
  own(s) {
    this.add(s, 'Money', 'type Money @shareable', 'amount: Float!', 'currency: String!');
    this.add(s, 'Region', 'type Region @shareable', 'code: String!');
    this.add(s, 'Node', 'interface Node', 'id: ID!');
    this.add(s, `State${s}`, `enum State${s}`, 'OPEN', 'CLOSED', 'GONE');
    this.add(s, `By${s}`, `input By${s}`, 'text: String', 'first: Int = 10', `state: State${s}`);
    for (let k = 0; k < this.parts; k++) {
      this.add(s, `Part${s}_${k}`, `type Part${s}_${k}`, 'label: String!', 'amounts: [Int!]', `state: State${s}`, 'cost(currency: String = "EUR"): Money',
        `inner: Part${s}_${(k + 1) % this.parts}`);
    }
  }

  spread(entity) {
    const { name, i, home, extensions } = entity;
    const compound = i % 3 === 0;
    const bridged = i % 7 === 0 && extensions.length > 1;
    const needs = i % 2 === 0 && (this.tangled || !bridged);
    const chained = needs && (this.tangled || !compound);
    this.add(home, name, `type ${name} implements Node @key(fields: "id")${compound ? ' @key(fields: "sku region { code }")' : ''}`,
      'id: ID!', 'name: String @shareable', 'size: Int', 'weight(unit: String = "kg"): Float', 'price: Money', `state: State${home}`);
    if (compound) this.add(home, name, '', 'sku: String!', 'region: Region!');
    this.graphs[home].Query.push(`${lower(name)}(id: ID!): ${name}`, `${lower(name)}s(by: By${home}): [${name}!]!`);
    if (i % 4 === 0) this.graphs[home].Mutation.push(`change${name}(id: ID!, by: By${home}): ${name}`);
    extensions.forEach((s, n) => {
      if (bridged && n === 0) this.add(s, name, `type ${name} @key(fields: "id") @key(fields: "legacy { id }")`, 'id: ID!', 'legacy: Legacy! @shareable');
      else if (bridged && n === 1) this.add(s, name, `type ${name} @key(fields: "legacy { id }")`, 'legacy: Legacy! @shareable');
      else if (compound && n === 1) this.add(s, name, `type ${name} @key(fields: "sku region { code }")`, 'sku: String!', 'region: Region!');
      else this.add(s, name, `type ${name} implements Node @key(fields: "id")`, 'id: ID!');
      if (bridged && n < 2) this.add(s, 'Legacy', 'type Legacy @shareable', 'id: ID!');
      this.add(s, name, '', `note${s}: String`, `count${s}(since: Int): Int`);
      if (needs) this.add(s, name, '', 'size: Int @external', 'price: Money @external', `estimate${s}: Float @requires(fields: "size price { amount }")`);
      if (n === 1 && chained) this.add(s, name, '', `estimate${extensions[0]}: Float @external`, `verdict: String @requires(fields: "estimate${extensions[0]}")`);
      if (n === 2 && chained && i % 3) this.add(s, name, '', 'verdict: String @external', `advice: String @requires(fields: "verdict name")`, 'name: String @external');
      if (n === 0 && i % 11 === 0) this.add(s, name, '', `state${s}: String @override(from: "s${home}")`), this.add(home, name, '', `state${s}: String`);
    });
  }

  /** The entity as a subgraph can point at it. */
  known(s, name) {
    if (!this.graphs[s].types.has(name)) this.add(s, name, `type ${name} @key(fields: "id", resolvable: false)`, 'id: ID!');
    return this.graphs[s].types.get(name);
  }

  link({ name, i, home, extensions }) {
    const { rng } = this;
    for (const s of [home, ...extensions]) {
      for (let n = rng.int(1, 2); n > 0; n--) {
        const target = rng.pick(this.entities);
        const list = rng.chance(0.4);
        const type = this.known(s, target.name);
        const field = `to${target.i}_${s}`;
        if (this.graphs[s].types.get(name).fields.has(field)) continue;
        const provides = s !== target.home && !type.fields.has('name') && rng.chance(0.3);
        if (provides) this.add(s, target.name, '', 'name: String @external');
        this.add(s, name, '', `${field}${list ? '(first: Int = 5)' : ''}: ${list ? `[${target.name}!]` : target.name}${provides ? ' @provides(fields: "name")' : ''}`);
      }
      if (rng.chance(0.5)) this.add(s, name, '', `parts${s}(first: Int): [Part${s}_${rng.int(0, this.parts - 1)}!]`);
    }
    if (rng.chance(0.5)) this.add(home, `Part${home}_${i % this.parts}`, '', `of${i}: ${name}`);
  }

  /** An interface with a key, which other subgraphs extend without knowing what implements it. */
  media(m) {
    const owner = m % this.count;
    const name = `Media${m}`;
    this.add(owner, name, `interface ${name} implements Node @key(fields: "id")`, 'id: ID!', 'title: String', 'length: Int');
    for (const kind of ['Book', 'Film', 'Song']) {
      this.add(owner, `${kind}${m}`, `type ${kind}${m} implements ${name} & Node @key(fields: "id")`, 'id: ID!', 'title: String', 'length: Int', `${kind.toLowerCase()}Only: String`, 'price: Money');
    }
    this.graphs[owner].Query.push(`medias${m}: [${name}!]!`);
    for (const n of [1, 2]) {
      const s = (owner + n) % this.count;
      this.add(s, name, `type ${name} @key(fields: "id") @interfaceObject`, 'id: ID!', `rating${s}: Int`);
      if (n === 2) this.add(s, name, '', 'title: String @external', `review${s}: String @requires(fields: "title")`);
      this.graphs[s].Query.push(`best${m}_${s}: ${name}`);
    }
  }

  /** A union and an interface over what the subgraph has. */
  abstract(s) {
    const graph = this.graphs[s];
    const nodes = [...graph.types].filter(([, type]) => /^type .*\bNode\b/.test(type.head)).map(([name]) => name);
    const members = [...this.rng.some(nodes, 4 / Math.max(4, nodes.length), Math.min(2, nodes.length)), `Part${s}_0`];
    this.add(s, `Found${s}`, `union Found${s} = ${[...new Set(members)].join(' | ')}`);
    graph.Query.push(`search${s}(text: String!): [Found${s}!]!`);
    const named = [...graph.types].filter(([, type]) => /^type .*\bNode\b/.test(type.head) && type.fields.get('name')?.includes('shareable')).map(([name]) => name).slice(0, 5);
    if (!named.length) return;
    this.add(s, `Named${s}`, `interface Named${s}`, 'id: ID!', 'name: String', 'price: Money');
    for (const name of named) graph.types.get(name).head = graph.types.get(name).head.replace('implements Node', `implements Node & Named${s}`);
    graph.Query.push(`named${s}: [Named${s}!]`);
    if (s % 2 === 0) graph.Query.push(`nodes${s}: [Node!]!`);
  }

  /** A root field that several subgraphs share, each with its own part of the answer. */
  viewer() {
    for (let s = 0; s < Math.min(4, this.count); s++) {
      this.add(s, 'Viewer', 'type Viewer', 'locale: String @shareable', `seen${s}: [${this.entities.find(e => e.home === s).name}!]`);
      this.graphs[s].Query.push('viewer: Viewer @shareable');
    }
  }
}

const lower = name => name[0].toLowerCase() + name.slice(1);

function print(graph) {
  const block = (head, fields) => (fields.length ? `${head} {\n${fields.map(field => `  ${field}\n`).join('')}}` : head);
  const types = [...graph.types.values()].map(({ head, fields }) => block(head, [...fields.values()]));
  const roots = ['Query', 'Mutation'].filter(root => graph[root].length).map(root => block(`type ${root}`, graph[root]));
  return [LINK, ...roots, ...types].join('\n\n') + '\n';
}
