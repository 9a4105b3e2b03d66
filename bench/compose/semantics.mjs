import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { parse, print, Kind } = require('graphql');

/**
 * What a supergraph means, one fact a line, sorted: which subgraph has which type under which key, and which one
 * resolves which field under which condition. Two supergraphs that give the same lines are the same to a gateway.
 */
export function semantics(sdl) {
  const document = parse(sdl);
  const graphs = graphNames(document);
  const facts = [];
  for (const definition of document.definitions) {
    if (/^(join|link|context|core)__/.test(definition.name?.value ?? '')) continue;
    switch (definition.kind) {
      case Kind.SCHEMA_DEFINITION: schema(definition, facts); break;
      case Kind.DIRECTIVE_DEFINITION: directiveDefinition(definition, facts); break;
      default: type(definition, graphs, facts);
    }
  }
  return [...new Set(facts)].sort();
}

function graphNames(document) {
  const names = {};
  const values = document.definitions.find(d => d.kind === Kind.ENUM_TYPE_DEFINITION && d.name.value === 'join__Graph')?.values ?? [];
  for (const value of values) {
    const graph = value.directives.find(d => d.name.value === 'join__graph');
    names[value.name.value] = arg(graph, 'name') ?? value.name.value;
  }
  return names;
}

const arg = (directive, name) => read(directive?.arguments.find(a => a.name.value === name)?.value);

function read(value) {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case Kind.STRING: case Kind.ENUM: return value.value;
    case Kind.BOOLEAN: return value.value;
    case Kind.LIST: return value.values.map(read);
    case Kind.OBJECT: return Object.fromEntries(value.fields.map(f => [f.name.value, read(f.value)]).sort(([a], [b]) => (a < b ? -1 : 1)));
    default: return print(value);
  }
}

const isJoin = d => d.name.value.startsWith('join__');

/** Ours records @cacheControl, and says so in docs/composition.md. */
const recordedByBoth = join => arg(join, 'name') !== 'cacheControl';

function schema(definition, facts) {
  for (const root of definition.operationTypes) facts.push(`schema ${root.operation}: ${root.type.name.value}`);
  for (const d of definition.directives) {
    if (d.name.value !== 'link') facts.push(`schema ${applied(d)}`);
    else if (!/\/(link|join)\/v/.test(arg(d, 'url'))) facts.push(`schema links ${arg(d, 'url')} for ${arg(d, 'for')} as ${arg(d, 'as')}`);
  }
}

function directiveDefinition(definition, facts) {
  if (isJoin(definition) || definition.name.value === 'link') return;
  const args = definition.arguments.map(a => print({ ...a, description: undefined })).sort().join(', ');
  const places = definition.locations.map(l => l.value).sort().join(' | ');
  facts.push(`directive @${definition.name.value}(${args})${definition.repeatable ? ' repeatable' : ''} on ${places}`);
}

/** A directive with its arguments in one order, however it was written. */
function applied(directive) {
  const args = directive.arguments.map(a => `${a.name.value}: ${JSON.stringify(read(a.value))}`).sort().join(', ');
  return `@${directive.name.value}(${args})`;
}

function others(node, at, facts) {
  for (const d of node.directives) if (!isJoin(d)) facts.push(`${at} ${applied(d)}`);
  if (node.description) facts.push(`${at} says ${JSON.stringify(node.description.value)}`);
}

function type(definition, graphs, facts) {
  const name = definition.name.value;
  const at = `${definition.kind.replace('TypeDefinition', '').toLowerCase()} ${name}`;
  others(definition, at, facts);
  const here = new Set();
  for (const join of definition.directives.filter(isJoin)) {
    const graph = graphs[arg(join, 'graph')];
    switch (join.name.value) {
      case 'join__type':
        here.add(graph);
        facts.push(`${at} in ${graph}${flags(join, { key: fieldSet(arg(join, 'key')), extension: arg(join, 'extension'), unresolvable: arg(join, 'resolvable') === false, interfaceObject: arg(join, 'isInterfaceObject') })}`);
        break;
      case 'join__implements': facts.push(`${at} implements ${arg(join, 'interface')} in ${graph}`); break;
      case 'join__unionMember': facts.push(`${at} holds ${arg(join, 'member')} in ${graph}`); break;
      default: if (recordedByBoth(join)) facts.push(`${at} ${applied(join)}`);
    }
  }
  for (const implemented of definition.interfaces ?? []) facts.push(`${at} implements ${implemented.name.value}`);
  for (const member of definition.types ?? []) facts.push(`${at} holds ${member.name.value}`);
  for (const value of definition.values ?? []) enumValue(value, `${at}.${value.name.value}`, graphs, facts);
  for (const field of definition.fields ?? []) member(field, `${at}.${field.name.value}`, graphs, here, facts);
}

function flags(_, given) {
  return Object.entries(given).filter(([, v]) => v !== undefined && v !== false && v !== null).map(([k, v]) => ` ${k}${v === true ? '' : `=${typeof v === 'string' ? v : JSON.stringify(v)}`}`).join('');
}

function fieldSet(text) {
  return text === undefined ? undefined : print(parse(`{${text.replace(/^\s*\{([\s\S]*)\}\s*$/, '$1')}}`).definitions[0].selectionSet).replace(/\s+/g, ' ');
}

function enumValue(value, at, graphs, facts) {
  others(value, at, facts);
  facts.push(`${at} is`);
  for (const join of value.directives.filter(isJoin)) facts.push(`${at} in ${graphs[arg(join, 'graph')]}`);
}

function member(field, at, graphs, here, facts) {
  others(field, at, facts);
  facts.push(`${at}: ${print(field.type)}${field.defaultValue ? ` = ${JSON.stringify(read(field.defaultValue))}` : ''}`);
  for (const a of field.arguments ?? []) member(a, `${at}(${a.name.value})`, graphs, new Set(), facts);
  for (const d of field.directives) if (d.name.value === 'join__directive' && recordedByBoth(d)) facts.push(`${at} ${applied(d)}`);
  const joins = field.directives.filter(d => d.name.value === 'join__field');
  if (!joins.length) for (const graph of here) facts.push(`${at} in ${graph}`);
  for (const join of joins) {
    const graph = arg(join, 'graph') === undefined ? 'no subgraph' : graphs[arg(join, 'graph')];
    facts.push(`${at} in ${graph}${flags(join, {
      requires: fieldSet(arg(join, 'requires')), provides: fieldSet(arg(join, 'provides')), external: arg(join, 'external'),
      override: arg(join, 'override'), label: arg(join, 'overrideLabel'), usedOverridden: arg(join, 'usedOverridden'),
      type: arg(join, 'type') === print(field.type) ? undefined : arg(join, 'type'), context: contextual(arg(join, 'contextArguments')),
    })}`);
  }
}

function contextual(list) {
  return list?.map(c => ({ ...c, selection: c.selection?.replace(/\s+/g, ' ').trim() }));
}
