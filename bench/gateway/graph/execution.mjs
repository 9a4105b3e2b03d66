import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, execute, parse, validate } from 'graphql';
import { entities, roots } from './data.mjs';

const here = import.meta.dirname;
const FEDERATION = `
  scalar federation__FieldSet
  scalar link__Import
  directive @link(url: String!, import: [link__Import]) repeatable on SCHEMA
  directive @key(fields: federation__FieldSet!) repeatable on OBJECT
  directive @external on FIELD_DEFINITION
  directive @requires(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @provides(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @shareable on FIELD_DEFINITION
  scalar _Any
  type _Service { sdl: String }`;

export const SUBGRAPHS = ['users', 'products', 'inventory', 'reviews'];
export const sdlFile = name => path.join(here, `${name}.graphql`);
export const operation = name => fs.readFileSync(path.join(here, `${name}.graphql`), 'utf8');

/** The schema of a subgraph, or of `whole`, which is all of them in one, and what its root fields answer. */
export function service(name) {
  const sdl = fs.readFileSync(sdlFile(name), 'utf8');
  const schema = buildSchema(name === 'whole' ? sdl : federated(sdl));
  const rootValue = { ...roots, _service: () => ({ sdl }), _entities: ({ representations }) => representations.map(one => ({ __typename: one.__typename, ...entities[one.__typename](one) })) };
  return { schema, rootValue };
}

/** Answers queries. */
export function executor(name) {
  const { schema, rootValue } = service(name);
  return ({ query, variables, operationName }) => {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length ? { errors } : execute({ schema, document, rootValue, variableValues: variables, operationName });
  };
}

function federated(sdl) {
  const types = [...sdl.matchAll(/^type (\w+) @key/gm)].map(([, type]) => type);
  const known = /^type Query/m.test(sdl) ? 'extend type Query' : 'type Query';
  return `${sdl.replace('extend schema', 'schema').replace(/(schema @link.*)/, `$1 { query: Query${/^type Subscription/m.test(sdl) ? ' subscription: Subscription' : ''} }`)}
    ${FEDERATION}
    union _Entity = ${types.join(' | ')}
    ${known} { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`;
}
