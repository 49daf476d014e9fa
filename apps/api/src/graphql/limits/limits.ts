/** What one request may ask for. The widest query of the product needs about a third of each. */
export const LIMITS = {
  /** Words, names and signs of the text: bounds reading and validating it. */
  tokens: 2000,
  /** Fields below one another: as deep as the question GraphiQL asks about the schema. */
  depth: 16,
  /** Aliases, also within fragments, each as often as it is spread. */
  aliases: 30,
  /** Fields in all, also within fragments, each as often as it is spread. */
  fields: 3000,
  /** Fields at the top: each is a question of its own. */
  rootFields: 20,
  /** @include, @skip …, also unknown ones. */
  directives: 30,
  /** Points, see cost.ts. */
  cost: 20_000,
} as const;
