export const ONE_ANSWER = "application/graphql-response+json, application/json;q=0.9";

/** Sends a request with our headers and those of the headers editor; where both name one, the editor's is sent. */
export function post(endpoint, request, ours, edited, signal) {
  const headers = new Headers({ "Content-Type": "application/json", ...ours });
  Object.entries(edited ?? {}).forEach(([name, value]) => headers.set(name, value));
  return fetch(endpoint, { method: "POST", headers, body: JSON.stringify(request), signal });
}

/** The answer, or one made of the status where something other than a GraphQL server answered. */
export async function readAnswer(response, reviver) {
  const text = await response.text();
  try {
    return JSON.parse(text, reviver);
  } catch {
    return {
      errors: [
        { message: `The answer is no JSON: ${response.status} ${response.statusText}`, body: text.slice(0, 500) },
      ],
    };
  }
}
