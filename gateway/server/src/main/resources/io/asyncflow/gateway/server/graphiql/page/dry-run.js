import { ONE_ANSWER, post, readAnswer } from "./http.js";

/**
 * Asks how an operation would be answered, without running it. A server that does not know of dry runs would run it, and
 * this is asked while people type: whether it does is tried with a query that changes nothing.
 */
export function createDryRun(endpoint) {
  let known = false;

  async function dryRun(request, headers, signal) {
    const wanted = { Accept: ONE_ANSWER, "Apollo-Expose-Query-Plan": "dry-run" };
    return readAnswer(await post(endpoint, request, wanted, headers, signal));
  }

  return async (request, headers, signal) => {
    if (!known) {
      const answer = await dryRun({ query: "{ __typename }" }, headers, signal);
      if (answer.errors) {
        return answer;
      }
      known = Boolean(answer.extensions?.queryPlan) && answer.data === undefined;
    }
    return known ? dryRun(request, headers, signal) : {};
  };
}
