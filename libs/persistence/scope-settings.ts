import type { Scope } from '#identity';

/** A scope as the policies of the tables read it (`schema/policies.ts`). */
export interface ScopeSettings {
  variables: Readonly<Record<string, string>>;
  /** Equal for equal scopes. */
  key: string;
}

const list = (ids: readonly number[]): string => (ids.length ? `{${ids.join()}}` : '');

/** The n-th sign stands for the organ with the number n. */
function bits(ids: readonly number[]): string {
  const signs = Array.from({ length: ids.reduce((most, id) => Math.max(most, id), 0) }, () => '0');
  for (const id of ids) signs[id - 1] = '1';
  return signs.join('');
}

/** A scope lives as long as its asker is known, and is written down once. */
const written = new WeakMap<Scope, ScopeSettings>();

export function scopeSettings(scope: Scope): ScopeSettings {
  let settings = written.get(scope);
  if (!settings) written.set(scope, (settings = write(scope)));
  return settings;
}

function write({ keeps, own, accountId, purpose }: Scope): ScopeSettings {
  const variables = {
    'anjuan.keeps': keeps === 'ALL' ? '*' : bits(keeps),
    'anjuan.own': list(own),
    'anjuan.account': accountId === null ? '' : String(accountId),
    'anjuan.purpose': purpose,
  };
  return { variables, key: Object.values(variables).join(' ') };
}

/** One statement that sets the scope for the connection, or for its transaction only, and says as whom it works. */
export function setScope(scope: Scope, until: 'session' | 'transaction') {
  const { variables } = scopeSettings(scope);
  const sets = Object.keys(variables).map(
    (name, i) => `set_config('${name}', $${i + 1}, ${until === 'transaction'})`,
  );
  return {
    name: `scope.${until}`,
    text: `select ${sets.join(', ')}, current_user as role`,
    values: Object.values(variables),
  };
}
