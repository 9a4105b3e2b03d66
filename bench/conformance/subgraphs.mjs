/** The subgraphs of a checkout of federation-gateway-audit: `node --import tsx subgraphs.mjs DIR PORT`. */
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [checkout, port] = process.argv.slice(2);
const { createRouter } = await import(pathToFileURL(path.join(checkout, 'src/index.ts')));
http.createServer(createRouter()).listen(Number(port), '127.0.0.1', () => console.log('listening'));
