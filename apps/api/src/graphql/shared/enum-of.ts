/** What GraphQL registers as an enum: every key under its own name. */
export const enumOf = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, key])) as Record<K, K>;
