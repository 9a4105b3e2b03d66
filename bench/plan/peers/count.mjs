/** What an executor of the plan sends, and how often it must wait: `{ fetches, depth }` of a plan in the form that routers share. */
export function count(plan) {
  const ends = new Map();
  let fetches = 0;

  /** The depth at which the node is done, when what it waits for is done at `start`. */
  function end(node, start) {
    switch (node?.kind) {
      case undefined:
        return start;
      case 'Fetch':
      case 'BatchFetch':
        fetches++;
        if (node.id) ends.set(node.id, start + 1);
        return start + 1;
      case 'Flatten':
        return end(node.node, start);
      case 'Sequence':
        return node.nodes.reduce((depth, next) => end(next, depth), start);
      case 'Parallel':
        return Math.max(start, ...node.nodes.map(next => end(next, start)));
      case 'Condition':
        return Math.max(end(node.ifClause, start), end(node.elseClause, start));
      case 'Subscription':
        return end(node.rest, end(node.primary, start));
      case 'Defer':
        return deferred(node, start);
      default:
        throw new Error(`a plan node of an unknown kind: ${node.kind}`);
    }
  }

  function deferred({ primary, deferred: parts }, start) {
    const first = end(primary.node, start);
    return Math.max(first, ...parts.map(part => end(part.node, Math.max(start, ...part.depends.map(({ id }) => ends.get(id) ?? start)))));
  }

  const depth = end(plan.node, 0);
  return { fetches, depth };
}
