import type { ApiClient } from '../client.ts';
import type { Place, World } from './world.ts';

/** How a field or a route is asked for the things of a place. */
export interface Ask {
  /** Of a field: its operation, with the variables. */
  operation?: (place: Place, world: World, client: ApiClient) => Promise<[text: string, variables: object]>;
  /** Of a route: the request. */
  request?: (place: Place) => [place: string, init?: RequestInit];
}

export const REFUSAL = '__typename ... on Refusal { code basis { zh } }';

let unique = 0;
/** The id of a request nobody has sent yet. */
export const newRequest = (): string => `matrix-${++unique}`;

/** An operation that asks for one field. */
export const ask =
  (text: string, variables: (place: Place) => object = () => ({})): Ask['operation'] =>
  async place => [text, variables(place)];

export const change = (name: string, type: string, input: (place: Place) => object): Ask['operation'] =>
  ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`, place => ({
    input: input(place),
  }));
