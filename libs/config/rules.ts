import { z } from 'zod';

/** Every message is `zh | en`: what the variable should look like. */
export const shouldBe = (zh: string, en: string) => ({ error: `应为${zh} | must be ${en}` });

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, shouldBe(` ${values.join('、')} 之一`, `one of ${values.join(', ')}`));

export function isUrl(value: string, protocols: readonly string[], needsPath: boolean): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, username, password } = new URL(value);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return false; // a bare % in the password: the driver would fail on it much later
  }
  return protocols.includes(protocol) && hostname !== '' && (!needsPath || pathname.length > 1);
}
