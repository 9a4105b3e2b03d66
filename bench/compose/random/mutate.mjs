import { Rng } from './rng.mjs';

const d = (name, args) => ({ name, args });
const FEDERATION = ['key', 'external', 'requires', 'provides', 'shareable', 'override', 'inaccessible', 'interfaceObject', 'tag', 'extends', 'authenticated'];
const FIELD_SETS = ['id', 'missing', '', 'id {', 'org', 'org { id }', 'id { x }', 'org { missing }', '__typename', 'id(a: 1)', '... on Nothing { id }', 'id @include(if: true)', 'sku', '$id'];

/** Breaks a generated graph in one to three places; returns what was done, for whoever looks into a difference. */
export function breakGraph(subgraphs, seed) {
  const rng = new Rng(seed * 7919 + 13);
  const done = [];
  for (let left = rng.pick([1, 1, 1, 2, 3]); left > 0; left--) {
    for (let attempt = 0; attempt < 20; attempt++) {
      const [name, mutation] = rng.pick(Object.entries(MUTATIONS));
      const subgraph = rng.pick(subgraphs);
      if (mutation(new Target(subgraph, subgraphs, rng)) !== false) {
        done.push(`${name} in ${subgraph.name}`);
        break;
      }
    }
  }
  return done;
}

/** Picks what a mutation works on. */
class Target {
  constructor(subgraph, subgraphs, rng) {
    Object.assign(this, { subgraph, subgraphs, rng });
  }

  type(...kinds) {
    return this.rng.pick(this.subgraph.types.filter(t => kinds.length === 0 || kinds.includes(t.kind)));
  }

  /** A field with its type. */
  field(...kinds) {
    const type = this.type(...(kinds.length ? kinds : ['type', 'interface']));
    return type?.fields.length ? { type, field: this.rng.pick(type.fields) } : {};
  }

  fieldWhere(condition) {
    const found = this.subgraph.types.flatMap(type => type.fields.map(field => ({ type, field }))).filter(x => condition(x.field, x.type));
    return found.length ? this.rng.pick(found) : {};
  }

  applied(name) {
    const elements = this.subgraph.types.flatMap(t => [t, ...t.fields, ...t.values ?? [], ...t.fields.flatMap(f => f.arguments ?? [])]);
    return this.rng.pick(elements.filter(e => e.directives?.some(x => !name || x.name === name)));
  }
}

const add = (element, name, args) => (element ? void (element.directives ??= []).push(d(name, args)) : false);
const others = t => t.subgraphs.filter(s => s !== t.subgraph);

const MUTATIONS = {
  removeDirective(t) {
    const element = t.applied();
    if (!element) return false;
    element.directives.splice(t.rng.int(0, element.directives.length - 1), 1);
  },
  removeShareable(t) {
    const element = t.applied('shareable');
    if (!element) return false;
    element.directives = element.directives.filter(x => x.name !== 'shareable');
  },
  removeKey(t) {
    const element = t.applied('key');
    if (!element) return false;
    element.directives = element.directives.filter(x => x.name !== 'key');
  },
  changeFieldSet(t) {
    const name = t.rng.pick(['key', 'requires', 'provides']);
    const element = t.applied(name);
    if (!element) return false;
    element.directives.find(x => x.name === name).args.fields = t.rng.pick(FIELD_SETS);
  },
  fieldSetOfAnotherKind(t) {
    const name = t.rng.pick(['key', 'requires', 'provides']);
    const element = t.applied(name);
    if (!element) return false;
    element.directives.find(x => x.name === name).args.fields = { raw: t.rng.pick(['1', 'true', '["id", "x"]', 'id', '["id"]']) };
  },
  addKey: t => add(t.type('type', 'interface', 'union'), 'key', { fields: t.rng.pick(FIELD_SETS) }),
  addRequires: t => add(t.field().field, 'requires', { fields: t.rng.pick(FIELD_SETS) }),
  addProvides: t => add(t.field().field, 'provides', { fields: t.rng.pick(FIELD_SETS) }),
  addExternal: t => add(t.field('type', 'interface').field, 'external'),
  addExternalOnType: t => add(t.type('type'), 'external'),
  addShareable: t => add(t.rng.chance(0.5) ? t.field('interface').field : t.type('type'), 'shareable'),
  addOverride: t => add(t.field().field, 'override', { from: t.rng.pick([...t.subgraphs.map(s => s.name), 'nobody']), label: t.rng.pick([undefined, undefined, 'percent(5)', '1x', 'percent(200)']) }),
  overrideOfOverride(t) {
    const element = t.applied('override');
    if (!element) return false;
    for (const s of others(t)) for (const type of s.types) for (const f of type.fields) if (f.name === element.name) add(f, 'override', { from: t.subgraph.name });
  },
  addInaccessible: t => add(t.rng.chance(0.4) ? t.type() : t.field('type', 'interface', 'input').field, 'inaccessible'),
  hideAllFields: t => {
    const type = t.type('type', 'input', 'interface');
    for (const s of t.subgraphs) for (const x of s.types) if (x.name === type?.name) x.fields.forEach(f => add(f, 'inaccessible'));
    return !!type;
  },
  hideValue: t => add(t.rng.pick(t.type('enum')?.values ?? []), 'inaccessible'),
  hideArgument: t => add(t.rng.pick(t.fieldWhere(f => f.arguments?.length).field?.arguments ?? []), 'inaccessible'),
  addInterfaceObject: t => add(t.type('type'), 'interfaceObject'),
  badTag: t => add(t.field().field, 'tag', { name: t.rng.pick(['no spaces', 'ok', 'ümlaut', '']) }),
  authOnInterface: t => add(t.rng.chance(0.5) ? t.type('interface') : t.field('interface').field, t.rng.pick(['authenticated', 'requiresScopes', 'policy']), undefined),
  costOnInterface: t => add(t.field('interface').field, 'cost', { weight: { raw: '1' } }),
  listSize: t => add(t.field('type').field, 'listSize', t.rng.pick([{ assumedSize: { raw: '-1' } }, { slicingArguments: ['first'] }, { slicingArguments: ['nope'] }, { sizedFields: ['x'] }, { assumedSize: { raw: '3' } }])),
  contextName: t => add(t.type('type'), 'context', { name: t.rng.pick(['ok', '_bad', 'bad-name', '']) }),
  fromContext(t) {
    const { field } = t.field('type');
    if (!field) return false;
    (field.arguments ??= []).push({ name: 'injected', type: t.rng.pick(['String', 'ID', 'String!']), default: t.rng.pick([undefined, undefined, '"x"']), directives: [d('fromContext', { field: t.rng.pick(['$ctx { prop }', '$ctx { id }', '$none { id }', 'id', '$ctx', '$ctx { id prop }', '$ctx { a: id }']) })] });
  },
  composeDirective(t) {
    if (t.subgraph.federation === null) return false;
    t.subgraph.schemaDirectives.push(d('composeDirective', { name: t.rng.pick(['@lens', 'lens', '@nothing', '@key', '@tag', '@deprecated', '@']) }));
  },
  changeType(t) {
    const { field } = t.field('type', 'interface', 'input');
    if (!field) return false;
    field.type = t.rng.pick(['String', 'Int!', '[Int]', '[String!]!', 'Missing', t.type().name]);
  },
  changeNullability(t) {
    const { field } = t.field('type', 'interface', 'input');
    if (!field) return false;
    field.type = field.type.endsWith('!') ? field.type.slice(0, -1) : `${field.type}!`;
  },
  changeArgument(t) {
    const argument = t.rng.pick(t.fieldWhere(f => f.arguments?.length).field?.arguments ?? []);
    if (!argument) return false;
    if (t.rng.chance(0.4)) argument.type = t.rng.pick(['String', 'Int!', '[Int]', 'Missing']), delete argument.default;
    else argument.default = t.rng.pick(['1', '"a"', 'null', '99']);
  },
  addArgument(t) {
    const { field } = t.field();
    if (!field) return false;
    (field.arguments ??= []).push({ name: 'extra', type: t.rng.pick(['Int', 'Int!', 'String!']), directives: [] });
  },
  dropArgument(t) {
    const { field } = t.fieldWhere(f => f.arguments?.length);
    if (!field) return false;
    field.arguments.pop();
  },
  removeField(t) {
    const { type, field } = t.field('type', 'interface', 'input');
    if (!field || type.fields.length < 2) return false;
    type.fields = type.fields.filter(f => f !== field);
  },
  addInterfaceField(t) {
    const type = t.type('interface');
    if (!type) return false;
    type.fields.push({ name: 'newcomer', type: 'Int', directives: [] });
  },
  addRequiredInput(t) {
    const type = t.type('input');
    if (!type) return false;
    type.fields.push({ name: `required${t.rng.int(1, 2)}`, type: 'Int!', directives: [] });
  },
  copyField(t) {
    const { type, field } = t.field('type');
    const target = field && t.rng.pick(others(t).flatMap(s => s.types).filter(x => x.name === type.name && x.kind === 'type' && !x.fields.some(f => f.name === field.name)));
    if (!target) return false;
    target.fields.push(structuredClone({ ...field, type: t.rng.chance(0.5) ? 'String' : field.type, arguments: [], directives: field.directives.filter(() => t.rng.chance(0.3)) }));
  },
  duplicateField(t) {
    const { type, field } = t.field('type');
    if (!field) return false;
    type.fields.push(structuredClone(field));
  },
  changeKind(t) {
    const type = t.type('type', 'interface', 'union', 'enum', 'input');
    if (!type) return false;
    type.kind = t.rng.pick(['type', 'interface', 'scalar', 'input', 'enum', 'union']);
    type.values ??= []; type.members ??= []; type.fields ??= [];
  },
  makeExtension(t) {
    const type = t.type('type', 'interface', 'input', 'enum', 'union');
    if (!type) return false;
    for (const s of t.rng.chance(0.5) ? t.subgraphs : [t.subgraph]) for (const x of s.types) if (x.name === type.name) x.extension = true;
  },
  removeType(t) {
    const type = t.type();
    t.subgraph.types = t.subgraph.types.filter(x => x !== type);
  },
  removeQueries(t) {
    for (const s of t.subgraphs) { s.types = s.types.filter(x => !/Query$/.test(x.name)); delete s.schema?.query; if (s.schema && !Object.keys(s.schema).length) s.schema = null; }
  },
  renamedRoot(t) {
    if (t.subgraph.schema || !t.subgraph.types.some(x => x.name === 'Query')) return false;
    t.subgraph.schema = { query: 'Roots' };
    t.subgraph.types.push({ kind: 'type', name: 'Roots', fields: [{ name: 'rooted', type: 'Int', directives: [] }], directives: [] });
  },
  enumValue(t) {
    const type = t.type('enum');
    if (!type) return false;
    if (t.rng.chance(0.5) && type.values.length > 1) type.values.pop();
    else type.values.push({ name: `NEW${t.rng.int(1, 3)}`, directives: [] });
  },
  splitEnum(t) {
    const type = t.type('enum');
    if (!type) return false;
    type.values = [{ name: `ONLY_${t.subgraph.name[0]}`, directives: [] }];
  },
  unionMember(t) {
    const type = t.type('union');
    if (!type) return false;
    type.members = t.rng.pick([[], [...type.members, 'Missing'], [...type.members, t.type().name], type.members.slice(1)]);
  },
  implement(t) {
    const type = t.type('type');
    const face = t.type('interface');
    if (!type || !face || type.interfaces?.includes(face.name)) return false;
    (type.interfaces ??= []).push(face.name);
  },
  unimplement(t) {
    const type = t.rng.pick(t.subgraph.types.filter(x => x.interfaces?.length));
    if (!type) return false;
    type.interfaces = [];
  },
  otherVersion(t) {
    if (t.subgraph.federation === null) return false;
    t.subgraph.federation = t.rng.pick([0, 1, 2, 99, 13]);
    t.subgraph.careless = true;
  },
  becomeFederation1(t) {
    t.subgraph.federation = null;
    t.subgraph.careless = t.rng.chance(0.3);
  },
  forgetImport(t) {
    if (t.subgraph.federation === null) return false;
    t.subgraph.forgotten = t.rng.pick(['key', 'shareable', 'external']);
  },
  renameImport(t) {
    if (t.subgraph.federation === null) return false;
    t.subgraph.renames[t.rng.pick(['tag', 'inaccessible', 'shareable', 'override'])] = 'other';
  },
  extraLink(t) {
    if (t.subgraph.federation === null) return false;
    t.subgraph.links.push(t.rng.pick([
      '@link(url: "https://specs.apollo.dev/federation/v2.3")', '@link(url: "https://specs.apollo.dev/link/v9.0")', '@link(url: "https://specs.apollo.dev/tag/v0.3", import: ["@tag"])',
      '@link(url: "https://example.com/a/v1.0", import: ["@a", "@b"])', '@link(url: "nonsense")', '@link(url: "https://example.com/x/v1.0", import: ["tag", "@"])', '@link(url: "https://specs.apollo.dev/tag/v99.0")',
      '@link(url: "https://example.com/x/v1.0", import: [{ name: "@x", as: "y" }])', '@link(url: "https://example.com/x/v1.0", for: NONSENSE)', '@link(url: "https://example.com/x/v1.0", for: SECURITY)', '@link(url: "https://example.com/x/v1.0", as: "federation")',
      '@link(url: "https://specs.apollo.dev/federation/v2.99")', '@link(url: "https://specs.apollo.dev/inaccessible/v0.2", import: ["@inaccessible"])',
    ]));
  },
  ownDefinition(t) {
    t.subgraph.definitions.push(t.rng.pick([
      'directive @key(fields: String!) repeatable on OBJECT', 'directive @shareable on ENUM', 'directive @tag(name: Int!) on FIELD_DEFINITION', 'directive @deprecated(why: String) on FIELD_DEFINITION',
      'directive @external(reason: String) on FIELD_DEFINITION', 'directive @inaccessible on SCALAR', 'scalar _Any', 'scalar FieldSet', 'scalar _FieldSet', 'type _Service { sdl: Int }', 'union _Entity = Query', 'directive @join__type on OBJECT',
      'enum join__Graph { A }', 'directive @shape(size: String) on FIELD | QUERY', 'directive @shape(size: Int) repeatable on MUTATION', 'type Org @key(fields: "id") { id: ID! }', 'directive @unused on OBJECT', 'scalar String',
      'input Loop { self: Loop! }', 'type Empty', 'enum None', 'directive @self(a: Int @self) on ARGUMENT_DEFINITION', 'type __Reserved { a: Int }', 'fragment F on Query { __typename }', 'query { a }',
    ]));
  },
  unknownDirective: t => add(t.rng.chance(0.5) ? t.type() : t.field().field, 'unknown'),
  misplacedDirective: t => add(t.rng.chance(0.5) ? t.type('enum', 'input', 'scalar') : t.field('input').field, t.rng.pick(FEDERATION), { name: 'x' }),
  missingArgument: t => add(t.type('type'), 'key', {}),
  subgraphName(t) {
    const name = t.rng.pick(['__', '_', 'join__a', '1a', 'A', 'with space', t.subgraphs[0].name.toUpperCase()]);
    if (t.subgraphs.some(s => s.name === name)) return false;
    t.subgraph.name = name;
  },
  nothingLeft(t) {
    t.subgraph.types = t.subgraph.types.filter(x => x.kind === 'scalar');
  },
  deprecatedRequired(t) {
    const { field } = t.fieldWhere((f, type) => type.kind === 'input' && f.type.endsWith('!'));
    return add(field, 'deprecated');
  },
  deprecateInputs: t => add(t.field('input').field, 'deprecated'),
  wrongDefault(t) {
    const { field } = t.field('input');
    if (!field) return false;
    field.default = t.rng.pick(['"text"', '12', 'THREE', '{ a: 1 }', '[1]', 'null']);
  },
  resolvableFalse(t) {
    for (const type of t.subgraph.types) for (const x of type.directives ?? []) if (x.name === 'key') x.args = { ...x.args, resolvable: false };
  },
  nobodyResolves(t) {
    const type = t.type('type');
    for (const s of t.subgraphs) for (const x of s.types) if (x.name === type?.name) for (const y of x.directives ?? []) if (y.name === 'key') y.args = { ...y.args, resolvable: false };
    return !!type;
  },
};
