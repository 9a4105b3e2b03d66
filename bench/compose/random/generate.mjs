import { Rng } from './rng.mjs';
import { knows } from './print.mjs';

const SCALARS = ['String', 'Int', 'Float', 'Boolean', 'ID', 'DateTime', 'Json'];
const d = (name, args) => ({ name, args });

/**
 * A graph of two to five subgraphs that mostly composes, with the features of Federation in the mixture that a seed
 * gives. What makes it fail now and then is welcome: the composers must agree on that too.
 */
export function generate(seed) {
  return new Generator(new Rng(seed)).graph();
}

class Generator {
  constructor(rng) {
    this.rng = rng;
    this.carelessness = rng.pick([0, 0.1, 1]);
  }

  /** Something goes wrong, more often in graphs whose authors are careless. */
  slip(probability) {
    return this.rng.chance(probability * this.carelessness);
  }

  graph() {
    const { rng } = this;
    this.subgraphs = Array.from({ length: rng.int(2, 5) }, (_, i) => this.emptySubgraph(i));
    this.valueTypes();
    this.enums();
    this.inputs();
    this.entities();
    this.interfaces();
    this.unions();
    this.relations();
    this.roots();
    this.requirements();
    this.provisions();
    this.overrides();
    this.decorations();
    this.customDirectives();
    this.contexts();
    this.finish();
    return this.subgraphs;
  }

  emptySubgraph(index) {
    const { rng } = this;
    const federation = rng.chance(0.12) ? null : rng.pick([0, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 12]);
    const subgraph = {
      name: rng.chance(0.1) ? `sub-${'abcde'[index]}` : 'abcde'[index], federation, types: [], definitions: [], links: [],
      schemaDirectives: [], alsoImport: [], renames: {}, unimported: new Set(), namespace: null, schema: null,
    };
    if (federation !== null) {
      if (rng.chance(0.12)) subgraph.renames.key = 'primaryKey';
      if (rng.chance(0.1)) subgraph.renames.shareable = 'shared';
      if (this.slip(0.1)) subgraph.unimported.add(rng.pick(['external', 'requires', 'inaccessible', 'override', 'key']));
      if (rng.chance(0.08)) subgraph.namespace = 'fed';
    }
    return subgraph;
  }

  type(subgraph, name) {
    return subgraph.types.find(type => type.name === name);
  }

  ensure(subgraph, kind, name, rest = {}) {
    const known = this.type(subgraph, name);
    if (known) return known;
    const type = { kind, name, directives: [], fields: [], interfaces: [], values: [], members: [], ...rest };
    subgraph.types.push(type);
    return type;
  }

  /** Adds the directive where the subgraph's version has it. */
  mark(subgraph, element, name, args) {
    if (!knows(subgraph.federation, name)) return false;
    element.directives ??= [];
    element.directives.push(d(name, args));
    return true;
  }

  wrap(name, nonNull = 0.5) {
    const { rng } = this;
    const inner = rng.chance(0.2) ? `[${name}${rng.chance(0.5) ? '!' : ''}]` : name;
    return inner + (rng.chance(nonNull) ? '!' : '');
  }

  vary(type) {
    return this.rng.chance(0.08) ? (type.endsWith('!') ? type.slice(0, -1) : `${type}!`) : type;
  }

  arguments() {
    const { rng } = this;
    if (!rng.chance(0.25)) return [];
    return [
      { name: 'first', type: 'Int', default: rng.chance(0.5) ? '10' : undefined },
      ...(rng.chance(0.4) ? [{ name: 'filter', type: 'String' }] : []),
      ...(rng.chance(0.2) ? [{ name: 'size', type: 'Int!', default: '3' }] : []),
    ];
  }

  valueTypes() {
    const { rng } = this;
    this.values = Array.from({ length: rng.int(1, 3) }, (_, i) => `Value${i}`);
    for (const name of this.values) {
      const fields = Array.from({ length: rng.int(1, 4) }, (_, i) => ({ name: `v${i}`, type: this.wrap(rng.pick(SCALARS)), arguments: this.arguments() }));
      for (const subgraph of rng.some(this.subgraphs, 0.6, 1)) {
        const whole = rng.chance(0.5);
        const type = this.ensure(subgraph, 'type', name);
        if (whole) this.mark(subgraph, type, 'shareable');
        for (const field of fields) {
          if (this.slip(0.06)) continue;
          const mine = { name: field.name, type: this.vary(field.type), arguments: field.arguments.map(a => ({ ...a })), directives: [] };
          if (rng.chance(0.03)) mine.arguments.pop();
          if (this.slip(0.04) && mine.arguments.length) mine.arguments[0].default = '7';
          if (!whole) this.mark(subgraph, mine, 'shareable');
          type.fields.push(mine);
        }
        if (!type.fields.length) type.fields.push({ name: fields[0].name, type: fields[0].type, directives: [] });
      }
    }
  }

  enums() {
    const { rng } = this;
    this.enumNames = [];
    for (const use of ['Out', 'In', 'Both']) {
      if (!rng.chance(0.6)) continue;
      this.enumNames.push(use);
      for (const subgraph of rng.some(this.subgraphs, 0.6, 1)) {
        const all = ['ONE', 'TWO', 'THREE', 'FOUR'];
        const values = use === 'Both' && !this.slip(0.15) ? all : use === 'In' ? ['ONE', ...rng.some(all.slice(1), 0.8)] : rng.some(all, 0.8, 1);
        this.ensure(subgraph, 'enum', `${use}Enum`, { values: values.map(name => ({ name, directives: [] })) });
      }
    }
  }

  inputs() {
    const { rng } = this;
    if (!rng.chance(0.7)) return;
    const fields = Array.from({ length: rng.int(1, 4) }, (_, i) => ({
      name: `i${i}`, type: this.wrap(rng.pick(['String', 'Int', 'ID', 'Boolean']), 0.25),
    }));
    for (const subgraph of rng.some(this.subgraphs, 0.6, 1)) {
      const type = this.ensure(subgraph, 'input', 'Criteria');
      for (const field of fields) {
        if (field.type.endsWith('!') ? this.slip(0.1) : rng.chance(0.12)) continue;
        const mine = { name: field.name, type: this.vary(field.type), directives: [] };
        if (field.type === 'Int' && rng.chance(0.7)) mine.default = this.slip(0.1) ? '2' : '1';
        type.fields.push(mine);
      }
      if (this.type(subgraph, 'InEnum') && rng.chance(0.7)) type.fields.push({ name: 'in', type: 'InEnum', directives: [] });
      if (this.type(subgraph, 'BothEnum') && rng.chance(0.7)) type.fields.push({ name: 'both', type: 'BothEnum', default: rng.chance(0.3) ? 'ONE' : undefined, directives: [] });
      if (rng.chance(0.15)) type.fields.push({ name: 'nested', type: '[Criteria!]', directives: [] });
      if (!type.fields.length) type.fields.push({ name: 'i0', type: 'String', directives: [] });
    }
  }

  entities() {
    const { rng } = this;
    this.entityPlans = Array.from({ length: rng.int(1, 4) }, (_, i) => {
      const keys = rng.some(['id', 'sku upc', 'org { id }', 'id org { id name }'], 0.35, 1);
      return { name: `Entity${i}`, keys, holders: [] };
    });
    for (const plan of this.entityPlans) {
      for (const subgraph of rng.some(this.subgraphs, 0.65, 1)) {
        const keys = !this.slip(0.5) && rng.chance(0.9) ? plan.keys : rng.some(plan.keys, 0.5, 1);
        this.entity(subgraph, plan, keys);
      }
    }
  }

  entity(subgraph, plan, keys, stub = false) {
    const { rng } = this;
    const type = this.ensure(subgraph, 'type', plan.name);
    if (!stub) plan.holders.push(subgraph);
    const extension = subgraph.federation === null && plan.holders.length > 1 && rng.chance(0.7);
    if (extension) {
      if (rng.chance(0.5)) type.extension = true;
      else this.mark(subgraph, type, 'extends');
    }
    for (const fields of keys) {
      const resolvable = stub || this.slip(0.2) ? false : undefined;
      this.mark(subgraph, type, 'key', { fields, resolvable: subgraph.federation === null ? undefined : resolvable });
      this.keyFields(subgraph, type, fields, extension);
    }
    if (!stub) {
      for (let i = rng.int(0, 3); i > 0; i--) {
        type.fields.push({ name: `${plan.name.toLowerCase()}_${subgraph.name.replace('-', '')}${i}`, type: this.wrap(this.leaf(subgraph)), arguments: this.arguments(), directives: [] });
      }
      if (rng.chance(0.2)) {
        const shared = { name: 'shared', type: this.vary('String'), directives: [] };
        this.mark(subgraph, shared, 'shareable');
        type.fields.push(shared);
      }
    }
    return type;
  }

  keyFields(subgraph, type, fields, external) {
    const add = (target, name, fieldType) => {
      if (target.fields.some(f => f.name === name)) return;
      const field = { name, type: fieldType, directives: [] };
      if (external) this.mark(subgraph, field, 'external');
      else if (!this.slip(0.1)) this.mark(subgraph, field, 'shareable');
      target.fields.push(field);
    };
    if (/(^| )id/.test(fields)) add(type, 'id', 'ID!');
    if (fields.includes('sku')) add(type, 'sku', 'String!'), add(type, 'upc', 'Int!');
    if (fields.includes('org')) {
      add(type, 'org', 'Org!');
      const org = this.ensure(subgraph, 'type', 'Org');
      for (const [name, type] of [['id', 'ID!'], ['name', 'String']]) {
        if (org.fields.some(f => f.name === name) || (name === 'name' && !fields.includes('name') && this.slip(0.5))) continue;
        const field = { name, type, directives: [] };
        this.mark(subgraph, field, 'shareable');
        org.fields.push(field);
      }
    }
  }

  leaf(subgraph) {
    const own = subgraph.types.filter(t => (t.kind === 'enum' && t.name !== 'InEnum') || (t.kind === 'type' && t.name.startsWith('Value'))).map(t => t.name);
    return this.rng.pick([...SCALARS, ...own]);
  }

  interfaces() {
    const { rng } = this;
    this.interfaceNames = [];
    if (rng.chance(0.5)) {
      this.interfaceNames.push('Named');
      for (const subgraph of rng.some(this.subgraphs, 0.6, 1)) {
        const implementers = subgraph.types.filter(t => t.kind === 'type' && (t.name.startsWith('Entity') || (t.name.startsWith('Value') && this.slip(0.5))) && rng.chance(0.6));
        if (!implementers.length) continue;
        const face = this.ensure(subgraph, 'interface', 'Named', { fields: [{ name: 'label', type: 'String', directives: [] }] });
        for (const type of implementers) {
          type.interfaces.push(face.name);
          const field = { name: 'label', type: this.vary('String'), directives: [] };
          this.mark(subgraph, field, 'shareable');
          type.fields.push(field);
        }
      }
    }
    if (rng.chance(0.3)) this.keyedInterface();
  }

  /** One subgraph knows the interface and all that implements it; others see it as an object. */
  keyedInterface() {
    const { rng } = this;
    const modern = this.subgraphs.filter(s => s.federation >= 3);
    if (modern.length < 2) return;
    const [owner, ...others] = modern;
    this.interfaceNames.push('Media');
    const face = this.ensure(owner, 'interface', 'Media', { fields: [{ name: 'id', type: 'ID!', directives: [] }, { name: 'title', type: 'String', directives: [] }] });
    this.mark(owner, face, 'key', { fields: 'id' });
    for (const name of ['Book', 'Film'].slice(0, rng.int(1, 2))) {
      const type = this.ensure(owner, 'type', name, { interfaces: ['Media'], fields: [{ name: 'id', type: 'ID!', directives: [] }, { name: 'title', type: 'String', directives: [] }, { name: `${name.toLowerCase()}Only`, type: 'Int', directives: [] }] });
      if (!this.slip(0.1)) this.mark(owner, type, 'key', { fields: 'id' });
    }
    for (const subgraph of rng.some(others, 0.7, 1)) {
      const type = this.ensure(subgraph, 'type', 'Media', { fields: [{ name: 'id', type: 'ID!', directives: [] }] });
      if (!this.slip(0.08)) this.mark(subgraph, type, 'key', { fields: 'id' });
      if (!this.slip(0.08)) this.mark(subgraph, type, 'interfaceObject');
      type.fields.push({ name: `media_${subgraph.name.replace('-', '')}`, type: this.wrap(rng.pick(SCALARS)), directives: [] });
      if (this.slip(0.15)) this.ensure(subgraph, 'type', 'Book', { fields: [{ name: 'id', type: 'ID!', directives: [] }], directives: [d('key', { fields: 'id' })] });
    }
  }

  unions() {
    const { rng } = this;
    if (!rng.chance(0.5)) return;
    this.hasUnion = true;
    for (const subgraph of rng.some(this.subgraphs, 0.6, 1)) {
      const objects = subgraph.types.filter(t => t.kind === 'type' && /^(Entity|Value|Book|Film)/.test(t.name)).map(t => t.name);
      if (objects.length) this.ensure(subgraph, 'union', 'Anything', { members: rng.some(objects, 0.7, 1) });
    }
  }

  /** Entities point at each other; where a subgraph does not have the other one, it gets a stub of it. */
  relations() {
    const { rng } = this;
    for (const plan of this.entityPlans) {
      for (const subgraph of [...plan.holders]) {
        if (!rng.chance(0.6)) continue;
        const target = rng.pick(this.entityPlans);
        if (!this.type(subgraph, target.name)) this.entity(subgraph, target, this.slip(0.5) ? [target.keys[0]] : target.keys, rng.chance(0.7));
        this.type(subgraph, plan.name).fields.push({ name: `to${target.name}_${subgraph.name.replace('-', '')}`, type: this.wrap(target.name, 0.3), directives: [] });
      }
    }
  }

  roots() {
    const { rng } = this;
    for (const subgraph of this.subgraphs) {
      const suffix = subgraph.name.replace('-', '');
      const outputs = subgraph.types.filter(t => ['type', 'interface', 'union'].includes(t.kind) && t.name !== 'Org');
      const fields = [];
      for (const type of rng.some(outputs, 0.6, outputs.length && rng.chance(0.9) ? 1 : 0)) {
        const criteria = this.type(subgraph, 'Criteria') && rng.chance(0.5);
        fields.push({
          name: `${type.name.toLowerCase()}_${suffix}`, type: this.wrap(type.name, 0.2), directives: [],
          arguments: criteria ? [{ name: 'by', type: 'Criteria', directives: [] }] : type.kind === 'type' && rng.chance(0.3) ? [{ name: 'id', type: 'ID!' }] : [],
        });
      }
      for (const used of ['OutEnum', 'BothEnum']) {
        if (this.type(subgraph, used) && rng.chance(0.9)) fields.push({ name: `${used.toLowerCase()}_${suffix}`, type: used, directives: [] });
      }
      if (this.type(subgraph, 'BothEnum') && rng.chance(0.6)) fields.push({ name: `pick_${suffix}`, type: 'Int', arguments: [{ name: 'e', type: 'BothEnum', default: rng.chance(0.4) ? 'TWO' : undefined }], directives: [] });
      if (rng.chance(0.3)) {
        const field = { name: 'version', type: this.vary('String'), arguments: rng.chance(0.2) ? [{ name: 'a', type: 'Int' }] : [], directives: [] };
        this.mark(subgraph, field, 'shareable');
        fields.push(field);
      }
      this.addRoot(subgraph, 'query', 'Query', fields);
      if (rng.chance(0.3)) this.addRoot(subgraph, 'mutation', 'Mutation', [{ name: `do_${suffix}`, type: this.wrap(rng.pick(outputs)?.name ?? 'Int'), arguments: this.type(subgraph, 'Criteria') ? [{ name: 'with', type: 'Criteria!' }] : [], directives: [] }]);
      if (rng.chance(0.15)) this.addRoot(subgraph, 'subscription', 'Subscription', [{ name: `on_${suffix}`, type: this.wrap(rng.pick(outputs)?.name ?? 'Int'), directives: [] }]);
    }
    const first = this.subgraphs[0];
    if (!this.subgraphs.some(s => s.types.some(t => t.name === 'Query'))) this.addRoot(first, 'query', 'Query', [{ name: 'ping', type: 'Int', directives: [] }]);
  }

  addRoot(subgraph, operation, name, fields) {
    if (!fields.length) return;
    if (subgraph.schema || this.rng.chance(0.06)) {
      if (!subgraph.schema) {
        subgraph.schema = {};
        for (const [o, n] of [['query', 'Query'], ['mutation', 'Mutation']]) if (o !== operation && this.type(subgraph, n)) subgraph.schema[o] = n;
      }
      subgraph.schema[operation] = name = `My${name}`;
    }
    this.ensure(subgraph, 'type', name, { fields, extension: subgraph.federation === null && this.rng.chance(0.3) });
  }

  requirements() {
    const { rng } = this;
    for (const plan of this.entityPlans) {
      if (plan.holders.length < 2 || !rng.chance(0.4)) continue;
      const [source, target] = rng.chance(0.5) ? plan.holders : [...plan.holders].reverse();
      const sourceType = this.type(source, plan.name);
      const own = sourceType.fields.filter(f => f.name.startsWith('entity') && /^\[?(String|Int|Float|Boolean|ID|DateTime|Json|Value\d)/.test(f.type));
      if (!own.length) continue;
      const field = rng.pick(own);
      const targetType = this.type(target, plan.name);
      if (targetType.fields.some(f => f.name === field.name)) continue;
      const valueName = /Value\d/.exec(field.type)?.[0];
      if (valueName && !this.type(target, valueName)) continue;
      const copy = { name: field.name, type: field.type, arguments: (field.arguments ?? []).map(a => ({ ...a })), directives: [d('external')] };
      targetType.fields.push(copy);
      const inner = valueName ? ` { ${this.type(target, valueName).fields[0].name} }` : '';
      const args = copy.arguments.length && rng.chance(0.5) ? `(first: ${rng.int(1, 5)})` : '';
      targetType.fields.push({ name: `needs_${field.name}`, type: 'String', directives: [d('requires', { fields: `${field.name}${args}${inner}` })] });
    }
  }

  provisions() {
    const { rng } = this;
    for (const plan of this.entityPlans) {
      if (plan.holders.length < 2 || !rng.chance(0.3)) continue;
      const [provider, owner] = plan.holders;
      const field = this.type(owner, plan.name).fields.find(f => f.name.startsWith('entity') && (this.slip(0.5) || !f.arguments.length) && SCALARS.includes(f.type.replace(/[[\]!]/g, '')));
      const query = provider.types.find(t => t.name.endsWith('Query'))?.fields.find(f => f.type.replace(/[[\]!]/g, '') === plan.name);
      if (!field || !query || this.type(provider, plan.name).fields.some(f => f.name === field.name)) continue;
      if (!this.slip(0.3)) this.mark(owner, field, 'shareable');
      this.type(provider, plan.name).fields.push({ name: field.name, type: field.type, arguments: (field.arguments ?? []).map(a => ({ ...a })), directives: [d('external')] });
      query.directives.push(d('provides', { fields: field.name }));
    }
  }

  overrides() {
    const { rng } = this;
    for (const plan of this.entityPlans) {
      if (plan.holders.length < 2 || !rng.chance(0.35)) continue;
      const [from, to] = plan.holders;
      const field = this.type(from, plan.name).fields.find(f => f.name.startsWith('entity'));
      const leaf = field?.type.replace(/[[\]!]/g, '');
      if (!field || to.federation === null || this.type(to, plan.name).fields.some(f => f.name === field.name)) continue;
      if (!SCALARS.includes(leaf) && !this.type(to, leaf)) continue;
      const label = to.federation >= 7 && rng.chance(0.4) ? this.slip(0.4) ? 'percent(101)' : rng.pick(['percent(10)', 'percent(75.5)', 'beta']) : undefined;
      const source = this.slip(0.2) ? 'nowhere' : from.name;
      this.type(to, plan.name).fields.push({ name: field.name, type: field.type, arguments: (field.arguments ?? []).map(a => ({ ...a })), directives: [d('override', { from: source, label })] });
    }
  }

  decorations() {
    const { rng } = this;
    for (const subgraph of this.subgraphs) {
      for (const type of subgraph.types) {
        if (rng.chance(0.15)) type.description = `About ${type.name}${rng.chance(0.15) ? ', here' : ''}`;
        if (rng.chance(0.08)) this.mark(subgraph, type, 'tag', { name: rng.pick(['public', 'internal', 'a-b/c:d']) });
        const composite = type.kind === 'type' || type.kind === 'interface';
        if (type.kind === 'type' && !type.name.endsWith('Query') && type.name !== 'Media' && !type.interfaces.length) this.authorize(subgraph, type, 0.05);
        for (const field of type.fields) {
          if (field.directives?.some(x => x.name === 'external') && !this.slip(0.2)) continue;
          if (rng.chance(0.06)) field.description = `What ${field.name} is`;
          if (rng.chance(0.05)) this.mark(subgraph, field, 'tag', { name: rng.pick(['public', 'internal']) });
          if (this.mayHide(field) && rng.chance(0.05)) this.mark(subgraph, field, 'inaccessible');
          if (composite && rng.chance(0.05)) field.directives.push(d('deprecated', rng.chance(0.7) ? { reason: rng.pick(['old', 'older']) } : {}));
          if (type.kind === 'type' && (!type.interfaces.length || this.slip(0.5)) && !type.directives.some(x => x.name === 'interfaceObject')) this.authorize(subgraph, field, 0.03);
          if (composite && type.kind === 'type' && rng.chance(0.04)) this.mark(subgraph, field, 'cost', { weight: { raw: String(rng.int(1, 9)) } });
          if (type.kind === 'type' && field.type.startsWith('[') && rng.chance(0.1)) this.mark(subgraph, field, 'listSize', { assumedSize: { raw: String(rng.int(1, 9)) } });
          for (const argument of field.arguments ?? []) {
            if (rng.chance(0.03)) this.mark(subgraph, argument, 'tag', { name: 'public' });
            if (!argument.type.endsWith('!') && rng.chance(0.04)) this.mark(subgraph, argument, 'inaccessible');
          }
        }
        for (const value of type.values) if (rng.chance(0.04)) this.mark(subgraph, value, rng.pick(['inaccessible', 'tag']), undefined);
        for (const value of type.values) for (const x of value.directives) if (x.name === 'tag') x.args = { name: 'public' };
        if (['Anything', 'OutEnum', 'Criteria'].includes(type.name) && this.slip(0.1)) this.mark(subgraph, type, 'inaccessible');
        if (composite && type.name.startsWith('Entity') && rng.chance(0.05)) this.mark(subgraph, type, 'cacheTag', { format: 'entity' });
      }
    }
  }

  mayHide(field) {
    return this.slip(0.5) || (/_/.test(field.name) && !field.type.endsWith('!'));
  }

  authorize(subgraph, element, probability) {
    const { rng } = this;
    if (rng.chance(probability)) this.mark(subgraph, element, 'authenticated');
    if (rng.chance(probability / 2)) this.mark(subgraph, element, 'requiresScopes', { scopes: rng.pick([[['read']], [['read', 'write'], ['admin']]]) });
    if (rng.chance(probability / 2)) this.mark(subgraph, element, 'policy', { policies: [['p1'], ['p2']].slice(0, rng.int(1, 2)) });
  }

  customDirectives() {
    const { rng } = this;
    if (rng.chance(0.2)) {
      for (const subgraph of this.subgraphs.filter(s => s.federation >= 1)) {
        if (!rng.chance(0.7)) continue;
        subgraph.links.push('@link(url: "https://example.com/lens/v1.0", import: ["@lens"])');
        subgraph.definitions.push('directive @lens(n: Int) on FIELD_DEFINITION | OBJECT');
        if (rng.chance(0.9)) subgraph.schemaDirectives.push(d('composeDirective', { name: '@lens' }));
        const type = subgraph.types.find(t => t.kind === 'type');
        type?.fields[0]?.directives.push(d('lens', { n: { raw: String(rng.int(1, 3)) } }));
      }
    }
    if (rng.chance(0.2)) {
      for (const subgraph of rng.some(this.subgraphs, 0.8)) {
        subgraph.definitions.push(`directive @shape(size: Int${rng.chance(0.2) ? '!' : ''}) on FIELD${rng.chance(0.7) ? ' | QUERY' : ''}`);
      }
    }
  }

  contexts() {
    const { rng } = this;
    if (!rng.chance(0.15)) return;
    const subgraph = this.subgraphs.find(s => s.federation >= 8);
    if (!subgraph) return;
    const child = (this.slip(0.3) && subgraph.types.find(t => t.name.startsWith('Entity'))) || this.ensure(subgraph, 'type', 'Child', {
      directives: [d('key', { fields: 'id' })], fields: [{ name: 'id', type: 'ID!', directives: [] }],
    });
    const parent = this.ensure(subgraph, 'type', 'Parent', {
      directives: [d('key', { fields: 'id' }), d('context', { name: 'ctx' })],
      fields: [{ name: 'id', type: 'ID!', directives: [] }, { name: 'prop', type: 'String!', directives: [] }, { name: 'child', type: child.name, directives: [] }],
    });
    subgraph.definitions.push(`scalar ${subgraph.namespace ?? 'federation'}__ContextFieldValue`);
    child.fields.push({ name: 'contextual', type: 'Int', directives: [], arguments: [{ name: 'p', type: this.slip(0.2) ? 'Int' : 'String', directives: [d('fromContext', { field: this.slip(0.5) ? rng.pick(['$ctx { missing }', '$nope { prop }', '{ prop }']) : '$ctx { prop }' })] }] });
    subgraph.types.find(t => t.name.endsWith('Query'))?.fields.push({ name: 'parent', type: parent.name, directives: [] });
  }

  /** Defines the scalars in use, and moves some fields into extensions. */
  finish() {
    for (const subgraph of this.subgraphs) {
      const text = JSON.stringify(subgraph.types);
      for (const scalar of ['DateTime', 'Json']) {
        if (text.includes(scalar)) subgraph.types.push({ kind: 'scalar', name: scalar, directives: this.rng.chance(0.1) ? [d('specifiedBy', { url: `https://example.com/${scalar}` })] : [], fields: [], values: [] });
      }
      for (const type of [...subgraph.types]) {
        if (type.kind === 'type' && !type.extension && type.fields.length > 2 && this.rng.chance(0.08)) {
          const moved = type.fields.splice(-1);
          subgraph.types.push({ kind: 'type', name: type.name, extension: true, directives: [], fields: moved, interfaces: [], values: [], members: [] });
        }
      }
    }
  }
}
