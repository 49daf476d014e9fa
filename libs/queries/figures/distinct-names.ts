/** A name, and whose it is: two towns or two handlers may have the same one. */
export interface OwnedName {
  name: string;
  of: string | null;
}

/** The names, with the owner after those that two have: rows that look alike cannot be told apart. */
export function distinctNames(names: ReadonlyMap<string, OwnedName>): Map<string, string> {
  const times = Map.groupBy(names.values(), one => one.name);
  return new Map(
    [...names].map(([key, { name, of }]) => [
      key,
      of !== null && times.get(name)!.length > 1 ? `${name}(${of})` : name,
    ]),
  );
}
