import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LAW_SETTINGS, litigationSettings, mediationSettings, reconsiderationSettings } from '#law';
import { DEFAULT_LITIGATION_SETTINGS } from '#law/litigation';
import { DEFAULT_MEDIATION_SETTINGS } from '#law/mediation';
import { DEFAULT_RECONSIDERATION_SETTINGS } from '#law/reconsideration';

/** Which rooms a room may import; siblings never import each other. */
const ALLOWED: Record<string, readonly string[]> = {
  statute: [],
  calendar: ['statute'],
  procedure: ['statute', 'calendar'],
  reconsideration: ['statute', 'calendar', 'procedure'],
  litigation: ['statute', 'calendar', 'procedure'],
  mediation: ['statute', 'calendar', 'procedure'],
  appearance: ['statute', 'calendar', 'procedure'],
};
/** The one package of the pure rules, and the one file that may read it. */
const HOLIDAYS = { from: 'calendar/notices.ts', import: 'chinese-days/dist/chinese-days.json' };

function faultsOf(path: string, source: string): string[] {
  const room = path.split('/')[0] ?? '';
  const depth = path.split('/').length - 2;
  const imports = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(m => m[1] ?? '');
  return imports.filter(target => {
    if (target.startsWith('.'))
      return !target.endsWith('.ts') || (target.match(/\.\.\//g) ?? []).length > depth;
    if (target.startsWith('#law/')) return !ALLOWED[room]?.includes(target.slice(5));
    return !(path === HOLIDAYS.from && target === HOLIDAYS.import);
  });
}

const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  f => f.endsWith('.ts') && !f.endsWith('.spec.ts') && f.includes('/'),
);

describe('the rooms of the law', () => {
  it('import each other only forwards, and nothing else but the holidays', () => {
    expect(files.length).toBeGreaterThan(80);
    const faults = files.flatMap(f =>
      faultsOf(f, readFileSync(`${here}/${f}`, 'utf8')).map(t => `${f} → ${t}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['statute/x.ts', "import { day } from '#law/calendar';"],
    ['calendar/x.ts', "import { law } from '#law/reconsideration';"],
    ['litigation/x.ts', "import { RC_28 } from '#law/reconsideration';"],
    ['litigation/x.ts', "import { RC_28 } from '../reconsideration/rows.ts';"],
    ['procedure/x.ts', "import { readFileSync } from 'node:fs';"],
    ['calendar/x.ts', "import facts from 'chinese-days/dist/chinese-days.json' with { type: 'json' };"],
    ['calendar/notices.ts', "import { isWorkday } from 'chinese-days';"],
    ['mediation/x.ts', "import { x } from './x';"],
    ['mediation/x.ts', "const x = await import('pg');"],
    ['appearance/x.ts', "export * from '#codes';"],
  ])('a planted violation is seen: %s %s', (path, source) => expect(faultsOf(path, source)).toHaveLength(1));
});

describe('the settings', () => {
  it('are one object, from which each room takes its part', () => {
    expect(reconsiderationSettings(DEFAULT_LAW_SETTINGS)).toEqual(DEFAULT_RECONSIDERATION_SETTINGS);
    expect(litigationSettings(DEFAULT_LAW_SETTINGS)).toEqual(DEFAULT_LITIGATION_SETTINGS);
    expect(mediationSettings(DEFAULT_LAW_SETTINGS)).toEqual(DEFAULT_MEDIATION_SETTINGS);
    const clear = {
      ...DEFAULT_LAW_SETTINGS,
      count: { ...DEFAULT_LAW_SETTINGS.count, backward: 'CLEAR_DAYS' as const },
    };
    expect(reconsiderationSettings(clear).count.backward).toBe('CLEAR_DAYS');
  });
});
