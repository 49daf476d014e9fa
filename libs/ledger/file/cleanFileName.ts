const MOST = 255;
const ENDING = /\.[a-z0-9]{1,8}$/i;
/** Names Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name of a file as it may be kept, shown and used on any system: without a path, without characters that are not
 * seen or turn the direction of writing, and no longer than a file system allows.
 */
export function cleanFileName(given: string): string {
  const visible = given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const name = DEVICE.test(visible) ? `_${visible}` : visible || 'file';
  if (name.length <= MOST) return name;
  const ending = ENDING.exec(name)?.[0] ?? '';
  return name.slice(0, MOST - ending.length).replace(/\p{Cs}$/u, '') + ending;
}
