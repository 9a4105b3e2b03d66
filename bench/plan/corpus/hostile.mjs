const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires"])\n';
const times = (n, part) => Array.from({ length: n }, (_, i) => part(i));
const graph = sdls => sdls.map((sdl, i) => ({ name: `s${i}`, url: `http://s${i}`, sdl: LINK + sdl }));

/** Graphs with the operations that are meant to exhaust a planner: `[{ name, subgraphs, operations }]`. */
export function hostileGraphs() {
  return [
    { name: 'people', subgraphs: people(), operations: { ...aliases(), ...nesting(), ...fragments(), ...repetition(), ...conditions() } },
    { name: 'interface', subgraphs: implementations(300, 5), operations: ofImplementations(300) },
    { name: 'keys', subgraphs: sharedEntity(46, 30, s => times(30, k => k)), operations: ofSharedEntity(46) },
    { name: 'key-ring', subgraphs: sharedEntity(46, 30, s => [s % 30, (s + 7) % 30]), operations: ofSharedEntity(46) },
  ];
}

/** Three subgraphs that know each a part of a person, and two of them each a way to the next one. */
function people() {
  return graph([
    'type Query { person(id: ID!): Person people: [Person!]! }\ntype Person @key(fields: "id") { id: ID! name: String friend(of: Int): Person }',
    'type Person @key(fields: "id") { id: ID! age: Int partner(of: Int): Person }',
    `type Person @key(fields: "id") { id: ID! ${times(20, i => `fact${i}(of: Int): String`).join(' ')} boss: Person }`,
  ]);
}

function aliases() {
  const all = part => `{ ${times(10_000, part).join(' ')} }`;
  return {
    'aliases-of-a-leaf': `{ people ${all(i => `a${i}: name`)} }`,
    'aliases-of-a-jump': `{ people ${all(i => `a${i}: fact${i % 20}(of: ${i})`)} }`,
    'aliases-of-an-entity': all(i => `a${i}: person(id: ${i}) { name }`),
    'aliases-of-entities-apart': all(i => `a${i}: person(id: ${i}) { age }`),
  };
}

function nesting() {
  const nested = fields => `{ people { ${times(198, i => `${fields[i % fields.length]} { `).join('')} name ${'} '.repeat(198)} } }`;
  return { 'nesting-at-home': nested(['friend']), 'nesting-across': nested(['friend', 'partner', 'boss']) };
}

function fragments() {
  const doubled = times(500, i => `fragment F${i} on Person { fact${i % 20} ${i < 499 ? `...F${i + 1}` : ''} ${i < 498 ? `...F${i + 2}` : ''} }`);
  const everywhere = times(500, i => `fragment F${i} on Person { a${i}: fact${i % 20}(of: ${i}) b${i}: friend(of: ${i}) { age } }`);
  const spreads = times(500, i => `...F${i}`).join(' ');
  const nested = times(10, i => `n${i}: friend(of: ${i}) { ${spreads} partner { ${spreads} } }`);
  const explosive = times(500, i => `fragment F${i} on Person { ${i < 499 ? `x${i}: friend(of: 1) { ...F${i + 1} } y${i}: friend(of: 2) { ...F${i + 1} }` : 'name'} }`);
  return {
    'fragments-doubling': `{ people { ...F0 } }\n${doubled.join('\n')}`,
    'fragments-everywhere': `{ people { ${spreads} ${nested.join(' ')} } }\n${everywhere.join('\n')}`,
    'fragments-exploding': `{ people { ...F0 } }\n${explosive.join('\n')}`,
  };
}

function repetition() {
  const nested = times(3_000, i => `friend { partner { fact${i % 20} } }`);
  return { 'repetition': `{ people { ${nested.join(' ')} } }` };
}

function conditions() {
  const variables = times(300, i => `$v${i}: Boolean!`).join(', ');
  const fields = times(300, i => `a${i}: partner(of: ${i}) @include(if: $v${i}) { fact${i % 20} }`);
  const deferred = times(300, i => `... @defer(label: "d${i}") { a${i}: partner(of: ${i}) { fact${i % 20} } }`);
  return { 'conditions': `query(${variables}) { people { ${fields.join(' ')} } }`, 'deferrals': `{ people { ${deferred.join(' ')} } }` };
}

/** An interface whose implementations live in all subgraphs, each asking the first for what it requires. */
function implementations(count, subgraphs) {
  const home = ['type Query { items: [Item!]! }', 'interface Item { id: ID! size: Int next: Item }', ...times(count, t => `type T${t} implements Item @key(fields: "id") { id: ID! size: Int only${t}: Int next: Item }`)];
  const other = s => [
    `interface Item { id: ID! f${s}: String }`,
    ...times(count, t => `type T${t} implements Item @key(fields: "id") { id: ID! size: Int @external f${s}: String @requires(fields: "size") }`),
  ];
  return graph(times(subgraphs, s => (s ? other(s) : home).join('\n')));
}

function ofImplementations(count) {
  return {
    'all-fields': '{ items { id f1 f2 f3 f4 } }',
    'all-fields-nested': '{ items { f1 next { f2 next { f3 next { f4 } } } } }',
    'each-type': `{ items { ${times(count, t => `... on T${t} { only${t} f1 f2 f3 f4 }`).join(' ')} } }`,
  };
}

/** Each subgraph can be entered with some of the keys, and adds a field; `same` is everybody's. */
function sharedEntity(subgraphs, keys, keysOf) {
  return graph(times(subgraphs, s => [
    ...(s ? [] : ['type Query { thing: Thing things: [Thing!]! }']),
    `type Thing ${keysOf(s).map(k => `@key(fields: "k${k}")`).join(' ')} {`,
    ...keysOf(s).map(k => `  k${k}: ID! @shareable`),
    `  own${s}: Int\n  same: Thing @shareable\n  list: [Thing!] @shareable\n}`,
  ].join('\n')));
}

function ofSharedEntity(subgraphs) {
  const own = times(subgraphs, s => `own${s}`).join(' ');
  return {
    'every-field': `{ thing { ${own} } }`,
    'every-field-nested': `{ things { ${own} same { ${own} list { ${own} } } } }`,
    'choices': `{ thing { ${times(30, s => `same { own${(s * 7) % subgraphs} `).join('')} ${'} '.repeat(30)} } }`,
  };
}
