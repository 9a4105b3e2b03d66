import { send } from './exchange.mjs';
import { kinds } from './subgraph.mjs';

/** Odd, and yet an answer. */
const MAY_BE_ANSWERED = new Set(['good', 'halfSurrogate', 'controlCharacters', 'trailing', 'informs', 'twoAnswers', 'deepWhereNobodyLooks', 'invalidUtf8', 'deepText']);
const asked = kind => (port, patience) => send(port, { query: `query Trouble { trouble(kind: "do-${kind}") { id text } }` }, patience);

/** What a subgraph does wrong. */
export const upstream = [
  ...kinds.map(kind => ({ name: `a subgraph: ${kind}`, mayBeAnswered: MAY_BE_ANSWERED.has(kind), fromSubgraph: true, run: asked(kind) })),
  ...['gzipBomb', 'gzipBombOfRows', 'endlessBody', 'deepList', 'never'].map(kind => ({ name: `20 at once: a subgraph: ${kind}`, times: 20, fromSubgraph: true, run: asked(kind) })),
  { name: 'a subgraph that is well again', mayBeAnswered: true, mustBeAnswered: true, fromSubgraph: true, run: asked('good') },
];
