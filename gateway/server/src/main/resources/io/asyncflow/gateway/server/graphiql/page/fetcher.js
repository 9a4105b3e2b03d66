import { takeExtensions } from "./answer.js";
import { operationOf } from "./document.js";
import { ONE_ANSWER, post, readAnswer } from "./http.js";
import { createIncrementalAnswer } from "./incremental.js";
import { multipartBoundary, readParts } from "./multipart.js";
import { readSchema } from "./schema.js";
import { subscribe } from "./socket.js";

const IN_PARTS = `multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824;q=0.9, ${ONE_ANSWER}`;

/** What GraphiQL hands operations to: over HTTP, whole or in parts, and over a WebSocket for subscriptions. */
export function createFetcher(endpoint, plan) {
  return (request, { headers, documentAST } = {}) => {
    if (request.operationName === "IntrospectionQuery") {
      return readSchema(endpoint, request, headers);
    }
    const operation = operationOf(documentAST, request.operationName);
    plan.started(request);
    const answers = (signal) =>
      operation?.operation === "subscription"
        ? subscribe(endpoint, request, headers, signal)
        : ask(endpoint, request, headers, signal);
    return shown(answers, plan);
  };
}

/** An iteration that ends at once when GraphiQL stops it, even while an answer is awaited. */
function shown(answers, plan) {
  const stop = new AbortController();
  const iterator = iterate(answers(stop.signal), stop.signal, plan);
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => iterator.next(),
      return: async () => {
        stop.abort();
        return { done: true, value: undefined };
      },
    }),
  };
}

async function* iterate(answers, signal, plan) {
  try {
    for await (const answer of answers) {
      yield takeExtensions(answer, plan);
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    plan.ended();
  }
}

async function* ask(endpoint, request, headers, signal) {
  const response = await post(
    endpoint,
    request,
    { Accept: IN_PARTS, "Apollo-Expose-Query-Plan": "true" },
    headers,
    signal,
  );
  const boundary = multipartBoundary(response);
  if (boundary === null) {
    yield await readAnswer(response);
    return;
  }
  const answer = createIncrementalAnswer();
  for await (const part of readParts(response.body, boundary)) {
    yield answer.add(JSON.parse(part));
  }
}
