// The libraries that the page loads before its modules. `h` makes elements without a compiler: h("div", { id: "x" }, child).
export const {
  createElement: h,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} = window.React;
export const { createRoot } = window.ReactDOM;
export const { createClient } = window.graphqlWs;
export const { GraphiQL } = window;
export const { GraphQL } = GraphiQL;
export const {
  useEditorContext,
  useExecutionContext,
  useHeadersEditorState,
  useOperationsEditorState,
  useOptimisticState,
  useSchemaContext,
  useVariablesEditorState,
} = GraphiQL.React;
