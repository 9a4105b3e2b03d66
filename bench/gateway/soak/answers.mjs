/** What fails with the subgraph that flaps, and nothing else. */
const LOSABLE = new Set(['available', 'postage']);

/** Right is what the reference says; or, where there are errors, the same without what could not be had. */
export function isRight(answer, reference) {
  if (answer.errors && !answer.errors.length) return false;
  return same(answer.data, reference, answer.errors !== undefined);
}

function same(value, wanted, isPartial) {
  if (value === wanted) return true;
  if (typeof value !== 'object' || typeof wanted !== 'object' || !value || !wanted || Array.isArray(value) !== Array.isArray(wanted)) return false;
  const keys = Object.keys(wanted);
  return keys.length === Object.keys(value).length && keys.every(key => (isPartial && LOSABLE.has(key) && value[key] === null) || same(value[key], wanted[key], isPartial));
}
