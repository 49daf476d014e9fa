import {
  boundsOf,
  SHIPPED_OUTCOME_CLASSES,
  type Bound,
  type OutcomeClass,
  type OutcomeClassLookup,
  type Scope,
} from '#statistics';

/** Where a condition puts its values. Each method answers with the text that stands for the value: `$3::date`. */
export interface Bind {
  /** A day of the period. The same bound is one parameter however often it is used. */
  day(bound: Bound): string;
  /** The codes of outcome classes, one parameter per list of classes. */
  outcomes(classes: readonly OutcomeClass[]): string;
  /** Codes with their sub-codes, one parameter per list of codes. */
  codesUnder(codes: readonly string[]): string;
  value(value: unknown, type?: string): string;
}

/**
 * Collects parameters in the order of their first use. Which values share a parameter follows from the names of
 * bounds and classes, never from equal values: the text is the same for every period and can stay prepared.
 */
export class Parameters implements Bind {
  readonly values: unknown[] = [];
  readonly #named = new Map<string, string>();
  readonly #scope: Scope;
  readonly #classes: OutcomeClassLookup;

  constructor(scope: Scope, classes: OutcomeClassLookup = SHIPPED_OUTCOME_CLASSES) {
    this.#scope = scope;
    this.#classes = classes;
  }

  day(bound: Bound): string {
    return this.#once(`day:${bound}`, () => this.value(boundsOf(this.#scope)[bound], 'date'));
  }

  outcomes(classes: readonly OutcomeClass[]): string {
    const codes = () => classes.flatMap(cls => this.#classes.codesOf(cls));
    return this.#once(`outcomes:${classes.join()}`, () => this.value(codes(), 'text[]'));
  }

  codesUnder(codes: readonly string[]): string {
    const all = () => codes.flatMap(code => this.#classes.under(code));
    return this.#once(`under:${codes.join()}`, () => this.value(all(), 'text[]'));
  }

  value(value: unknown, type?: string): string {
    const text = `$${this.values.push(value)}`;
    return type === undefined ? text : `${text}::${type}`;
  }

  #once(key: string, make: () => string): string {
    const known = this.#named.get(key) ?? make();
    this.#named.set(key, known);
    return known;
  }
}
