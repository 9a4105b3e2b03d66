/** A module of the page that needs no browser. */
export function load(name) {
  return import(
    new URL(
      `../../../../../gateway/server/src/main/resources/io/asyncflow/gateway/server/graphiql/page/${name}`,
      import.meta.url,
    )
  );
}
