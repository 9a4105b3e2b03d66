import { explorerPlugin } from "./explorer.js";
import { createFetcher } from "./fetcher.js";
import { arrangeFirstVisit } from "./first-visit.js";
import { GraphiQL, createRoot, h } from "./libraries.js";
import { planPlugin } from "./plan-panel.js";
import { createPlanState } from "./plan-state.js";
import { allowStyleElements } from "./styles.js";

const FIRST_QUERY = `# Write a query here: Ctrl-Space says what there is to ask for, Ctrl-Enter runs it.
# The buttons on the left open the documentation, a form to click queries together, and the plan of this one.

query Hello {
  __typename
}
`;

const root = document.getElementById("graphiql");
const endpoint = new URL(root.dataset.endpoint, location.href);
const documents = [...root.querySelectorAll("data")].map((tab) => tab.value);
const plan = createPlanState();
const planPanel = planPlugin(endpoint, plan);

allowStyleElements(document.getElementById("page-styles").nonce);
arrangeFirstVisit(planPanel);
createRoot(root).render(
  h(
    GraphiQL,
    {
      fetcher: createFetcher(endpoint, plan),
      plugins: [explorerPlugin(), planPanel],
      defaultQuery: FIRST_QUERY,
      defaultTabs:
        documents.length > 0 ? documents.map((query) => ({ query, headers: null, variables: null })) : undefined,
      shouldPersistHeaders: false,
      inputValueDeprecation: true,
      schemaDescription: true,
    },
    h(GraphiQL.Logo, null, h("a", { className: "logo", href: location.pathname }, "AsyncFlow Commerce")),
  ),
);
