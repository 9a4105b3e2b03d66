/** Apollo's gateway with Apollo Server: `node apollo.mjs SUPERGRAPH PORT`. */
import fs from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const [supergraph, port] = process.argv.slice(2);
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: fs.readFileSync(supergraph, 'utf8') }) });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1', path: '/graphql' } });
