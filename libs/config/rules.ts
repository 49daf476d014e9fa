import { z } from 'zod';

/** Every message is `zh | en`: what the variable should look like. */
export const shouldBe = (zh: string, en: string) => ({ error: `应为${zh} | must be ${en}` });

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, shouldBe(` ${values.join('、')} 之一`, `one of ${values.join(', ')}`));
