import { send } from './exchange.mjs';

const MANY = 100_000;
const repeat = (text, times = MANY) => text.repeat(times);
const many = (each, times = MANY) => Array.from({ length: times }, (_, i) => each(i)).join(' ');
const query = text => ({ query: text });
/** Each of the fragments spreads the next one twice: 2^40 fields. */
const doubling = `{ members { ...f0 } } ${many(i => `fragment f${i} on User { ${i < 40 ? `...f${i + 1} ...f${i + 1}` : 'id'} }`, 41)}`;
const intoTypes = levels => `{ __schema { types { ${repeat('fields { type { ', levels)} name ${repeat('} } ', levels)} } } }`;

/** Bodies that are JSON, or nearly; operations that are large, deep or wrong. */
const BODIES = {
  '100,000 aliases of a field': query(`{ ${many(i => `a${i}: freshReviews { id }`)} }`),
  '10,000 aliases of a field': query(`{ ${many(i => `a${i}: freshReviews { id }`, 10_000)} }`),
  '1,000 aliases of a tree': query(`{ ${many(i => `a${i}: members { id name reviews { id text product { title available } } }`, 1_000)} }`),
  '100,000 aliases of __typename': query(`{ ${many(i => `a${i}: __typename`)} }`),
  '100,000 times the same field': query(`{ freshReviews { ${repeat('id ')} } }`),
  'selections nested 100,000 deep': query(`{ members { ${repeat('reviews { author { ', MANY / 2)}`),
  'selections nested 1,000 deep and closed': query(`{ members { ${repeat('reviews { author { ', 500)} id ${repeat('} } ', 500)} } }`),
  'a list value nested 100,000 deep': query(`{ bestsellers(first: ${repeat('[')}${repeat(']')}) { code } }`),
  'an object value nested 100,000 deep': query(`{ bestsellers(first: ${repeat('{ a: ')}1${repeat('}')}) { code } }`),
  'a type nested 100,000 deep': query(`query ($a: ${repeat('[')}Int${repeat(']')}) { __typename }`),
  '100,000 variables': query(`query (${many(i => `$a${i}: Int`)}) { __typename }`),
  '100,000 directives': query(`{ __typename ${repeat('@skip(if: false) ')} }`),
  '100,000 unknown directives': query(`{ __typename ${repeat('@a ')} }`),
  '100,000 unknown fields': query(`{ ${many(i => `unknown${i}`)} }`),
  '10,000 operations': query(many(i => `query q${i} { __typename }`, 10_000)),
  '10,000 fragments that are not used': query(`{ __typename } ${many(i => `fragment f${i} on Query { __typename }`, 10_000)}`),
  'fragments that double 40 times': query(doubling),
  'a fragment that spreads itself': query('{ members { ...a } } fragment a on User { reviews { author { ...a } } }'),
  'a ring of 10,000 fragments': query(`{ ...f0 } ${many(i => `fragment f${i} on Query { ...f${(i + 1) % 10_000} }`, 10_000)}`),
  '1,000 inline fragments in each other': query(`{ ${repeat('... { ', 1_000)} __typename ${repeat('} ', 1_000)} }`),
  'conflicting aliases, many deep': query(`{ ${many(i => `members { reviews { a${i % 7}: id a${(i + 1) % 7}: text product { code } } }`, 3_000)} }`),
  'introspection that multiplies': query(intoTypes(12)),
  'a string of 5 MB': query(`{ bestsellers(first: "${repeat('x', 5 << 20)}") { code } }`),
  'a string that does not end': query(`{ bestsellers(first: "${repeat('x', 1 << 20)}`),
  'a block string that does not end': query(`{ bestsellers(first: """${repeat('\n', 1 << 18)}`),
  'a comment of 1 MB': query(`{ unknown } #${repeat('x', 1 << 20)}`),
  'a number of 1 MB': query(`{ bestsellers(first: ${repeat('9', 1 << 20)}) { code } }`),
  'zero bytes in the query': query('{ __type\0name }'),
  'a query that is no text': { query: 42 },
  'a query that is empty': { query: '' },
  'no query': {},
  'null': 'null',
  'a number': '42',
  'an empty body': '',
  'broken JSON': '{"query": "{ __typename }"',
  'two documents in one body': '{"query": "{ __typename }"}{"query": "{ __typename }"}',
  'JSON nested 1,000,000 deep': repeat('[', 1_000_000),
  'variables nested 100,000 deep': `{"query": "query ($a: Int) { bestsellers(first: $a) { code } }", "variables": {"a": ${repeat('[')}${repeat(']')}}}`,
  'extensions nested 100,000 deep': `{"query": "{ unknown }", "extensions": {"a": ${repeat('{"a":')}1${repeat('}')}}}`,
  'variables that are a list': '{"query": "{ unknown }", "variables": [1]}',
  'a variable too large': '{"query": "query ($a: Int) { bestsellers(first: $a) { code } }", "variables": {"a": 1e400}}',
  'a variable of 100,000 digits': `{"query": "query ($a: Int) { bestsellers(first: $a) { code } }", "variables": {"a": ${repeat('9')}}}`,
  '100,000 members of variables': `{"query": "{ unknown }", "variables": {${Array.from({ length: MANY }, (_, i) => `"a${i}": 1`)}}}`,
  'a batch of 100,000': `[${Array.from({ length: MANY }, () => '{"query":"{ __typename }"}')}]`,
  'an empty batch': '[]',
  'a batch in a batch': '[[{"query": "{ __typename }"}]]',
  'a persisted query whose hash is wrong': { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  'a persisted query whose hash is no text': { extensions: { persistedQuery: { version: 1, sha256Hash: { a: 1 } } } },
  'a persisted query of version 99': { extensions: { persistedQuery: { version: 99, sha256Hash: 'a'.repeat(64) } } },
  'an operation that is not there': { query: 'query a { __typename }', operationName: 'b' },
  'a subscription as one request': { query: 'subscription { reviewWritten { id } }' },
  '10,000 deferred fragments': query(`{ members { ${many(i => `... @defer(label: "l${i}") { id }`, 10_000)} } }`),
  'invalid UTF-8 in the query': Buffer.concat([Buffer.from('{"query": "{ __typename } #'), Buffer.from([0xff, 0xc0, 0x80, 0xfe]), Buffer.from('"}')]),
  'an overlong character': Buffer.concat([Buffer.from('{"query": "{ bestsellers(first: \\"'), Buffer.from([0xc0, 0xaf]), Buffer.from('\\") { code } }"}')]),
  'UTF-16 for UTF-8': Buffer.from('{"query": "{ __typename }"}', 'utf16le'),
  'half a surrogate': '{"query": "{ bestsellers(first: \\"\\ud800\\") { code } }"}',
};
/** What may also be answered, since nothing is wrong with it but its size; or since a server may ignore what is odd. */
const MAY_BE_ANSWERED = new Set([
  '100,000 times the same field', '100,000 directives', '1,000 inline fragments in each other', '10,000 operations', '100,000 aliases of __typename', '100,000 aliases of a field',
  '10,000 aliases of a field', '1,000 aliases of a tree', 'conflicting aliases, many deep', 'introspection that multiplies', '10,000 deferred fragments', 'fragments that double 40 times', 'selections nested 1,000 deep and closed', 'an empty batch',
]);

export const operations = Object.entries(BODIES).map(([name, body]) => ({ name, mayBeAnswered: MAY_BE_ANSWERED.has(name), run: (port, patience) => send(port, body, patience) }));

/** Many at once: what one of them takes may not add up. */
export const crowds = ['selections nested 100,000 deep', '100,000 aliases of a field', '10,000 aliases of a field', 'fragments that double 40 times', 'JSON nested 1,000,000 deep', 'introspection that multiplies']
  .map(name => ({ ...operations.find(one => one.name === name), name: `20 at once: ${name}`, times: 20 }));
