/** Shown in GraphiQL and in the README. */
export const FIRST_QUERY = `{
  organs(name: "泸州") { code name subordinates }
}`;
