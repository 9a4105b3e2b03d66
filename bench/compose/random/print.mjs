/**
 * A generated subgraph as SDL. In the model, Federation's directives go by their plain names; here they get the names
 * that the subgraph's link gives them.
 */
const SINCE = {
  key: 0, requires: 0, provides: 0, external: 0, shareable: 0, tag: 0, inaccessible: 0, override: 0, extends: 0,
  composeDirective: 1, interfaceObject: 3, authenticated: 5, requiresScopes: 5, policy: 6, context: 8, fromContext: 8,
  cost: 9, listSize: 9, cacheTag: 12,
};

/** Whether a subgraph of this version may use the directive; Federation 1 (`null`) has the first few only. */
export function knows(minor, directive) {
  if (!(directive in SINCE)) return true;
  return minor === null ? ['key', 'requires', 'provides', 'external', 'extends', 'tag'].includes(directive) : SINCE[directive] <= minor;
}

export function print(subgraph) {
  const parts = [];
  if (subgraph.federation !== null) parts.push(printLink(subgraph));
  if (subgraph.schema) parts.push(`schema {\n${Object.entries(subgraph.schema).map(([k, v]) => `  ${k}: ${v}`).join('\n')}\n}`);
  parts.push(...subgraph.definitions);
  for (const type of subgraph.types) parts.push(printType(subgraph, type));
  return parts.join('\n\n') + '\n';
}

function printLink(subgraph) {
  const url = `https://specs.apollo.dev/federation/v2.${subgraph.federation}`;
  const used = new Set(subgraph.alsoImport);
  const visit = element => {
    for (const d of element.directives ?? []) used.add(d.name);
    for (const key of ['fields', 'arguments', 'values']) for (const child of element[key] ?? []) visit(child);
  };
  subgraph.types.forEach(visit);
  for (const d of subgraph.schemaDirectives) used.add(d.name);
  const imports = Object.keys(SINCE).filter(name => used.has(name) && name !== subgraph.forgotten && !subgraph.unimported.has(name))
    .map(name => subgraph.renames[name] ? `{ name: "@${name}", as: "@${subgraph.renames[name]}" }` : `"@${name}"`);
  const as = subgraph.namespace ? `, as: "${subgraph.namespace}"` : '';
  const links = [`  @link(url: "${url}"${as}${imports.length ? `, import: [${imports.join(', ')}]` : ''})`];
  links.push(...subgraph.links.map(link => `  ${link}`));
  links.push(...subgraph.schemaDirectives.map(d => `  ${printDirective(subgraph, d)}`));
  return `extend schema\n${links.join('\n')}`;
}

function nameOf(subgraph, directive) {
  if (!(directive in SINCE) || subgraph.federation === null) return directive;
  if (subgraph.unimported.has(directive)) return `${subgraph.namespace ?? 'federation'}__${directive}`;
  return subgraph.renames[directive] ?? directive;
}

function printDirective(subgraph, { name, args = {} }) {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined);
  const list = entries.map(([key, value]) => `${key}: ${printValue(value)}`).join(', ');
  return `@${nameOf(subgraph, name)}${list ? `(${list})` : ''}`;
}

/** Text is printed as text; `{ raw }` as it stands. */
function printValue(value) {
  if (value !== null && typeof value === 'object' && 'raw' in value) return value.raw;
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  return JSON.stringify(value);
}

function directives(subgraph, element) {
  return (element.directives ?? []).filter(d => subgraph.careless || knows(subgraph.federation, d.name)).map(d => ' ' + printDirective(subgraph, d)).join('');
}

function description(element, indent) {
  return element.description ? `${indent}"${element.description}"\n` : '';
}

function printInput(subgraph, input, indent) {
  const value = input.default === undefined ? '' : ` = ${input.default}`;
  return `${description(input, indent)}${indent}${input.name}: ${input.type}${value}${directives(subgraph, input)}`;
}

function printField(subgraph, field) {
  const list = (field.arguments ?? []).map(a => printInput(subgraph, a, '').replace('\n', ' ')).join(', ');
  return `${description(field, '  ')}  ${field.name}${list ? `(${list})` : ''}: ${field.type}${directives(subgraph, field)}`;
}

function printType(subgraph, type) {
  const head = `${type.extension ? '' : description(type, '')}${type.extension ? 'extend ' : ''}${type.kind} ${type.name}`;
  const implemented = type.interfaces?.length ? ` implements ${type.interfaces.join(' & ')}` : '';
  const applied = directives(subgraph, type);
  const body = lines => (lines.length ? ` {\n${lines.join('\n')}\n}` : '');
  switch (type.kind) {
    case 'scalar': return head + applied;
    case 'union': return `${head}${applied}${type.members.length ? ` = ${type.members.join(' | ')}` : ''}`;
    case 'enum': return head + applied + body(type.values.map(v => `${description(v, '  ')}  ${v.name}${directives(subgraph, v)}`));
    case 'input': return head + applied + body(type.fields.map(f => printInput(subgraph, f, '  ')));
    default: return head + implemented + applied + body(type.fields.map(f => printField(subgraph, f)));
  }
}
