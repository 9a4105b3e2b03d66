import { createRequire } from 'node:module';
import { Rng } from '../../compose/random/rng.mjs';

const { buildASTSchema, getNamedType, isAbstractType, isLeafType, isNonNullType, isListType, isEnumType, isInputObjectType, parse, validate } =
  createRequire(import.meta.url)('graphql');

/** What random operations ask, by the number of their fields. */
export const FIELDS = [5, 10, 20, 50, 100, 200, 500, 1000];

/** Random valid operations on an API schema: name -> text. The same seed gives the same ones everywhere. */
export function randomOperations(api, seed) {
  const schema = buildASTSchema(parse(api), { assumeValid: true, assumeValidSDL: true });
  const operations = {};
  FIELDS.forEach((fields, i) => {
    for (const shape of fields > 100 ? ['wide'] : ['wide', 'deep']) {
      operations[`${String(fields).padStart(4, '0')}-${shape}`] = valid(schema, () => new Walk(schema, new Rng(seed * 1000 + i * 10 + (shape === 'deep')), shape).operation(fields));
    }
  });
  operations['0050-conditions'] = valid(schema, () => new Walk(schema, new Rng(seed * 1000 + 500), 'conditions').operation(50));
  return operations;
}

function valid(schema, make) {
  const text = make();
  const errors = validate(schema, parse(text));
  if (errors.length) throw new Error(`the generated operation is not valid: ${errors[0].message}\n${text}`);
  return text;
}

class Walk {
  constructor(schema, rng, shape) {
    Object.assign(this, { schema, rng, shape, aliases: 0, variables: [], fragments: [], conditions: new Set() });
  }

  operation(fields) {
    const root = this.schema.getQueryType();
    const body = [];
    for (this.left = fields; this.left > 0; ) {
      const share = this.shape === 'wide' ? Math.min(this.left, this.rng.int(4, 40)) : this.left;
      body.push(this.field(this.rng.pick(this.fieldsOf(root)), share, 0, `r${this.aliases++}: `));
    }
    const variables = [...this.variables, ...this.conditions];
    return `query${variables.length ? `(${variables.join(', ')})` : ''} {\n${body.join('\n')}\n}\n${this.fragments.join('\n')}`;
  }

  fieldsOf(type) {
    return Object.values(type.getFields());
  }

  /** The field with about that many fields below it. */
  field(field, budget, depth, alias = '') {
    const { rng } = this;
    this.left--;
    const type = getNamedType(field.type);
    const condition = this.shape === 'conditions' && depth && rng.chance(0.2) ? this.condition() : '';
    const head = `${'  '.repeat(depth + 1)}${alias}${field.name}${this.arguments(field)}${condition}`;
    return isLeafType(type) ? head : `${head} {\n${this.selections(type, budget - 1, depth + 1).join('\n')}\n${'  '.repeat(depth + 1)}}`;
  }

  condition() {
    const include = this.rng.chance(0.5);
    this.conditions.add(include ? '$yes: Boolean!' : '$no: Boolean! = false');
    return include ? ' @include(if: $yes)' : ' @skip(if: $no)';
  }

  selections(type, budget, depth) {
    return isAbstractType(type) ? this.narrowed(type, budget, depth) : this.plain(type, budget, depth, '');
  }

  /** Some fields of the type, those with fields of their own sharing what is left. Aliases keep fragments apart. */
  plain(type, budget, depth, prefix) {
    const { rng } = this;
    const fields = this.fieldsOf(type);
    const leaves = fields.filter(f => isLeafType(getNamedType(f.type)));
    const inner = fields.filter(f => !leaves.includes(f));
    const width = this.shape === 'deep' ? 1 : rng.int(1, 3);
    const down = budget > 3 && depth < 40 ? rng.some(inner, width / Math.max(1, inner.length), Math.min(1, inner.length)) : [];
    const taken = leaves.length ? rng.some(leaves, 0.6, 1).slice(0, Math.max(1, budget - down.length)) : [];
    if (!taken.length && !down.length) return [`${'  '.repeat(depth + 1)}__typename`];
    const share = Math.floor((budget - taken.length) / Math.max(1, down.length));
    const alias = () => prefix && `${prefix}${this.aliases++}: `;
    return [...taken.map(f => this.field(f, 1, depth, alias())), ...down.map(f => this.field(f, share, depth, alias()))];
  }

  narrowed(type, budget, depth) {
    const { rng } = this;
    const lines = [`${'  '.repeat(depth + 1)}__typename`];
    if (type.getFields) lines.push(...this.plain(type, Math.ceil(budget / 3), depth, 'c'));
    const possible = this.schema.getPossibleTypes(type);
    const chosen = rng.some(possible, 3 / possible.length, 1).slice(0, Math.max(1, Math.floor(budget / 3)));
    for (const object of chosen) {
      const inner = this.plain(object, Math.floor(budget / chosen.length), depth + 1, 'n');
      if (rng.chance(0.2)) lines.push(this.spread(object, inner, depth));
      else lines.push(`${'  '.repeat(depth + 1)}... on ${object.name} {`, ...inner, `${'  '.repeat(depth + 1)}}`);
    }
    return lines;
  }

  spread(type, inner, depth) {
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} {\n${inner.join('\n')}\n}`);
    return `${'  '.repeat(depth + 1)}...${name}`;
  }

  arguments(field) {
    const given = field.args.filter(a => (isNonNullType(a.type) && a.defaultValue === undefined) || this.rng.chance(0.3));
    return given.length ? `(${given.map(a => `${a.name}: ${this.value(a.type)}`).join(', ')})` : '';
  }

  value(type) {
    if (this.rng.chance(0.4)) {
      const name = `v${this.variables.length}`;
      this.variables.push(`$${name}: ${type}`);
      return `$${name}`;
    }
    return this.literal(isNonNullType(type) ? type.ofType : type);
  }

  literal(type) {
    if (isListType(type)) return `[${this.literal(getNamedType(type))}]`;
    if (isEnumType(type)) return this.rng.pick(type.getValues()).name;
    if (isInputObjectType(type)) return `{${this.fieldsOf(type).filter(f => this.rng.chance(0.5)).map(f => `${f.name}: ${this.literal(f.type)}`).join(', ')}}`;
    return { Int: '3', Float: '1.5', Boolean: 'true' }[type.name] ?? `"x${this.rng.int(1, 99)}"`;
  }
}
