const WIDE_ENOUGH = 1000;

/**
 * Opens the page for the first time with the plan beside the query, where there is room for both; from then on GraphiQL
 * remembers what was open.
 */
export function arrangeFirstVisit(plugin) {
  try {
    if (localStorage.getItem("graphiql:arranged") === null && window.innerWidth >= WIDE_ENOUGH) {
      localStorage.setItem("graphiql:arranged", "yes");
      localStorage.setItem("graphiql:visiblePlugin", plugin.title);
      localStorage.setItem("graphiql:docExplorerFlex", "0.55");
    }
  } catch {
    // A browser that keeps nothing shows the page as GraphiQL arranges it.
  }
}
