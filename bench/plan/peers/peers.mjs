import { createRequire } from 'node:module';
import { count } from './count.mjs';

const require = createRequire(import.meta.url);
const version = name => `${name} ${JSON.parse(require('node:fs').readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))).version}`;

/**
 * A peer opens a supergraph; what it opens plans texts: `text` does all there is to do, `plan` what is left after
 * `prepare`, where the peer's interface has such a seam.
 */
export const PEERS = {
  apollo: {
    version: () => version('@apollo/query-planner'),
    open(sdl) {
      const { QueryPlanner } = require('@apollo/query-planner');
      const { Supergraph, operationFromDocument } = require('@apollo/federation-internals');
      const { parse } = require('graphql');
      const supergraph = Supergraph.build(sdl, { supportedFeatures: null });
      const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
      const schema = supergraph.apiSchema();
      const prepare = text => operationFromDocument(schema, parse(text));
      return { prepare, plan: operation => planner.buildQueryPlan(operation), text: text => planner.buildQueryPlan(prepare(text)) };
    },
  },
  hive: {
    version: () => version('@graphql-hive/router-query-planner'),
    open(sdl) {
      const { QueryPlanner } = require('@graphql-hive/router-query-planner');
      const planner = new QueryPlanner(sdl);
      const labels = new Set();
      return { text: text => planner.plan(text, null, labels, 0) };
    },
  },
};

export { count };
