import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { parse, print, printSchema, lexicographicSortSchema, buildASTSchema, GraphQLError } = require('graphql');

/** Composes with the peers from npm: `apollo` or `guild`. The answer has the shape that ours has, see ComposeAll.java. */
export function compose(peer, subgraphs) {
  const documents = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      documents.push({ name, url, typeDefs: parse(sdl) });
    } catch (e) {
      return failed([{ code: 'INVALID_GRAPHQL', message: `[${name}] ${e.message}`, places: [] }]);
    }
  }
  try {
    return peer === 'apollo' ? apollo(documents) : guild(documents);
  } catch (e) {
    const code = e instanceof GraphQLError && e.extensions?.code;
    return code ? failed([{ code, message: e.message, places: [] }]) : { ...failed([]), crash: String(e.stack) };
  }
}

const failed = errors => ({ errors, hints: [], supergraph: null, api: null });

function apollo(documents) {
  const { composeServices } = require('@apollo/composition');
  const { Supergraph } = require('@apollo/federation-internals');
  const result = composeServices(documents);
  if (result.errors?.length) return failed(result.errors.map(problem));
  const api = Supergraph.build(result.supergraphSdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
  return {
    errors: [], hints: result.hints.map(h => ({ code: h.definition.code, message: h.message })),
    supergraph: result.supergraphSdl, api: printSchema(lexicographicSortSchema(api)),
  };
}

function guild(documents) {
  const { composeServices, transformSupergraphToPublicSchema } = require('@theguild/federation-composition');
  const result = composeServices(documents);
  if (result.errors?.length) return failed(result.errors.map(problem));
  return {
    errors: [], hints: [], supergraph: result.supergraphSdl,
    api: sorted(print(transformSupergraphToPublicSchema(parse(result.supergraphSdl)))),
  };
}

/** The same text for all schemas that say the same. */
export function sorted(api) {
  return printSchema(lexicographicSortSchema(buildASTSchema(parse(api), { assumeValid: true, assumeValidSDL: true })));
}

function problem(error) {
  const places = (error.nodes ?? []).filter(n => n.loc).map(n => ({
    subgraph: n.subgraph ?? null, line: n.loc.startToken.line, column: n.loc.startToken.column,
  }));
  return { code: error.extensions?.code ?? 'NO_CODE', message: error.message, places };
}
