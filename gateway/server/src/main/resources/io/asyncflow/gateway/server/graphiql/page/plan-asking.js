import { operationOf, parsed } from "./document.js";
import {
  useEditorContext,
  useEffect,
  useHeadersEditorState,
  useOperationsEditorState,
  useVariablesEditorState,
} from "./libraries.js";

const PAUSE_IN_TYPING = 400;

/** Asks for the plan whenever the operation has changed and the typing has paused. */
export function usePlanOfTheEditor(dryRun, state) {
  const [query] = useOperationsEditorState();
  const [variables] = useVariablesEditorState();
  const [headers] = useHeadersEditorState();
  const { queryEditor } = useEditorContext({ nonNull: true });
  const operationName = queryEditor?.operationName ?? undefined;
  useEffect(() => {
    const stop = new AbortController();
    const { plan: before, message } = state.current();
    state.edited();
    const timer = setTimeout(
      () => plan(dryRun, state, { query, operationName, variables, headers }, stop.signal),
      before || message ? PAUSE_IN_TYPING : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [dryRun, state, query, operationName, variables, headers]);
}

async function plan(dryRun, state, { query, operationName, variables, headers }, signal) {
  const operation = operationOf(parsed(query), operationName);
  if (!operation) {
    state.unknown("The plan is drawn as soon as there is an operation without mistakes in its syntax.");
    return;
  }
  try {
    const request = { query, operationName: operation.name?.value, variables: jsonOf(variables) };
    show(await dryRun(request, jsonOf(headers), signal), state);
  } catch (error) {
    if (!signal.aborted) {
      state.unknown(`The gateway cannot be reached: ${error.message}`);
    }
  }
}

function show(answer, state) {
  if (answer.extensions?.queryPlan) {
    state.planned(answer.extensions.queryPlan);
  } else {
    const reasons = (answer.errors ?? []).map(({ message }) => message);
    state.unknown(reasons.join("\n") || "The gateway does not show its plans.");
  }
}

function jsonOf(text) {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
