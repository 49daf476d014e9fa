import { PERMISSIONS, type Permission } from '#identity';
import { UserError } from '../refusal.ts';

export const notAllowed = (permission: Permission): UserError =>
  new UserError(
    'NOT_ALLOWED',
    {
      zh: `您的角色没有“${PERMISSIONS[permission].zh}”的权限。`,
      en: `None of your roles lets you ${PERMISSIONS[permission].en}.`,
    },
    {
      zh: '需要该权限时,请系统管理员授予相应角色。',
      en: 'Ask the administrator for a role that carries it.',
    },
  );

/** The same answer whatever the organ has: it must not tell whether there is a case. */
export const notInScope = (organ: string): UserError =>
  new UserError(
    'NOT_IN_SCOPE',
    { zh: `“${organ}”不在您的可见范围内。`, en: `"${organ}" lies outside of what you may see.` },
    {
      zh: '选择本机关,或请系统管理员授予该机关的角色。',
      en: 'Choose your own organ, or ask the administrator for a role there.',
    },
    [organ],
  );

export const notInstallationWide = (): UserError =>
  new UserError(
    'NOT_IN_SCOPE',
    {
      zh: '这项内容由所有机关共用,您的角色只限于部分机关。',
      en: 'All organs share this; your role is for some.',
    },
    {
      zh: '请具有全系统角色的管理员处理。',
      en: 'Ask an administrator whose role is for the whole installation.',
    },
  );
