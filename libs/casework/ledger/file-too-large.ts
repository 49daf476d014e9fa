import type { FileTooLargeError } from '#persistence';
import { UserError } from '../refusal.ts';

/** An upload beyond the limit of the installation. */
export function tooLarge({ limitBytes }: FileTooLargeError): UserError {
  const megabytes = Math.floor(limitBytes / 1024 / 1024);
  return new UserError(
    'FILE_TOO_LARGE',
    { zh: `文件超过 ${megabytes} MB 上限。`, en: `The file is larger than ${megabytes} MB.` },
    { zh: '请拆分后上传。', en: 'Split it and upload the parts.' },
  );
}
