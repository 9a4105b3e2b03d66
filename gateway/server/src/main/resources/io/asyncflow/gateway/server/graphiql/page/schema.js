import { ONE_ANSWER, post, readAnswer } from "./http.js";

const LONGEST_DESCRIPTION = 5_000;

/** Fetches the schema for the editors and the documentation. */
export async function readSchema(endpoint, request, headers) {
  const response = await post(endpoint, request, { Accept: ONE_ANSWER }, headers);
  return readAnswer(response, (key, value) =>
    key === "description" || key === "deprecationReason" ? shortened(value) : value,
  );
}

// The Markdown reader in GraphiQL finds links in a time that grows, for hostile texts, with the square of their length
// (CVE-2026-2327 in markdown-it, CVE-2026-59887 in linkify-it). At this length that is milliseconds.
function shortened(text) {
  return text?.length > LONGEST_DESCRIPTION ? `${text.slice(0, LONGEST_DESCRIPTION)} ...` : text;
}
