/** What an entry of the journal is about. Each subject has a chain of its own. */
export const JOURNAL_SUBJECTS = {
  PROCEEDING: { zh: '案件', en: 'proceeding' },
  ACCOUNT: { zh: '账号', en: 'account' },
  ORGAN: { zh: '机关', en: 'organ: its settings, imports and exports' },
  INSTALLATION: { zh: '整个系统', en: 'what belongs to no account and no organ; its id is 0' },
} as const;

export type JournalSubjectKind = keyof typeof JOURNAL_SUBJECTS;

export interface JournalSubject {
  readonly kind: JournalSubjectKind;
  readonly id: number;
}

/** ORGAN:7 — as a command line takes it. @returns null for anything else */
export function journalSubject(text: string): JournalSubject | null {
  const [, kind, id] = /^([A-Z]+):(\d{1,15})$/.exec(text.toUpperCase()) ?? [];
  return kind && kind in JOURNAL_SUBJECTS ? { kind: kind as JournalSubjectKind, id: Number(id) } : null;
}

export const INSTALLATION: JournalSubject = { kind: 'INSTALLATION', id: 0 };

/** 日志事项: what is recorded. What was done, not what was asked for; a refusal is an event of its own. */
export const JOURNAL_ACTIONS = {
  ORGAN_REGISTERED: { zh: '登记机关', en: 'organ registered' },
  ORGAN_CHANGED: { zh: '修改机关', en: 'organ changed' },
  CODE_REVISED: { zh: '修订代码', en: 'code revised' },
  MAPPING_SAVED: { zh: '保存列对应', en: 'mapping of ledgers saved' },
  IMPORT_ASKED: { zh: '提交台账导入', en: 'import of a ledger asked for' },
  IMPORT_DONE: { zh: '完成台账导入', en: 'ledger imported' },
  IMPORT_FAILED: { zh: '台账导入失败', en: 'import failed' },
  IMPORT_UNDONE: { zh: '撤销台账导入', en: 'import undone' },
  EXPORT_ASKED: { zh: '提交报表导出', en: 'export of a return asked for' },
  EXPORT_DONE: { zh: '完成报表导出', en: 'return exported' },
  EXPORT_REFUSED: { zh: '报表不平衡,未导出', en: 'return does not balance: not exported' },
  EXPORT_FAILED: { zh: '报表导出失败', en: 'export failed' },
  EXPORT_DOWNLOADED: { zh: '下载报表', en: 'return downloaded' },
  SIGNED_IN: { zh: '登录', en: 'signed in' },
  SIGN_IN_FAILED: { zh: '登录失败', en: 'sign-in failed' },
  LOCKED_OUT: { zh: '账号锁定', en: 'locked out' },
  SIGNED_OUT: { zh: '退出登录', en: 'signed out' },
  SIGNED_OUT_EVERYWHERE: { zh: '全部退出登录', en: 'signed out everywhere' },
  SESSION_ENDED: { zh: '终止登录会话', en: 'session ended' },
  ACCOUNT_CREATED: { zh: '新建账号', en: 'account created' },
  ACCOUNT_CHANGED: { zh: '修改账号', en: 'account changed' },
  ACCOUNT_DISABLED: { zh: '停用账号', en: 'account disabled' },
  ACCOUNT_ENABLED: { zh: '启用账号', en: 'account enabled' },
  ACCOUNT_LINKED: { zh: '绑定统一身份认证', en: 'account linked with its identity provider' },
  PASSWORD_CHANGED: { zh: '修改密码', en: 'password changed' },
  PASSWORD_RESET: { zh: '重置密码', en: 'password reset by an administrator' },
  ROLE_GRANTED: { zh: '授予角色', en: 'role granted' },
  ROLE_REVOKED: { zh: '收回角色', en: 'role revoked' },
  TOKEN_ISSUED: { zh: '签发接口令牌', en: 'API token issued' },
  TOKEN_REVOKED: { zh: '撤销接口令牌', en: 'API token revoked' },
  CASE_REGISTERED: { zh: '登记收件', en: 'application registered' },
  APPLICATION_AMENDED: { zh: '更正登记', en: 'registration corrected' },
  STEP_TAKEN: { zh: '办理', en: 'step taken' },
  STEP_TAKEN_BACK: { zh: '撤回登记', en: 'step taken back' },
  STEP_DEEMED: { zh: '视为', en: 'made to happen by the law' },
  DEEMED_STEP_FELL_AWAY: { zh: '视为事项消失', en: 'no longer made to happen by the law' },
  DEMO_TIME_MOVED: { zh: '调整演示日期', en: 'the day of the demo moved' },
  CASE_ASSIGNED: { zh: '分派案件', en: 'case assigned' },
  OFFICER_RECUSED: { zh: '承办人员回避', en: 'officer recused' },
  QUALIFICATION_RECORDED: { zh: '登记复议人员资格', en: 'qualification of an officer recorded' },
  CONFLICT_DECLARED: { zh: '申报回避事由', en: 'conflict of interest declared' },
  CONFLICT_WITHDRAWN: { zh: '撤销回避事由', en: 'declared conflict withdrawn' },
  LETTER_ISSUED: { zh: '制发文书', en: 'letter issued' },
  LETTER_DOWNLOADED: { zh: '下载文书', en: 'letter downloaded' },
  LETTER_SERVED: { zh: '登记送达', en: 'service of a letter recorded' },
  MAIL_RETURNED: { zh: '登记退回', en: 'letter came back' },
  DOCUMENT_ATTACHED: { zh: '收存案件材料', en: 'document put to a case' },
  DOCUMENT_DOWNLOADED: { zh: '下载案件材料', en: 'document of a case downloaded' },
  CONFIDENTIALITY_CHANGED: { zh: '变更保密及知悉范围', en: 'confidentiality or the people named changed' },
  PERSONAL_REVEALED: { zh: '查看证件号码或电话', en: 'identity number or telephone shown' },
  PERSONAL_SEARCHED: { zh: '按证件号码查找', en: 'searched by identity number' },
  KEY_ROTATED: { zh: '更换加密密钥', en: 'encryption key rotated' },
  PERMISSION_REFUSED: { zh: '无权操作', en: 'refused for want of permission' },
} as const;

export type JournalAction = keyof typeof JOURNAL_ACTIONS;

/** What a use case hands to the journal; who, when and from where come from the actor and the database. */
export interface JournalEntry {
  readonly subject: JournalSubject;
  readonly action: JournalAction;
  /** The organ in whose journal it is read; null: only the installation's own. */
  readonly organId: number | null;
  /** Citations the step rests on. */
  readonly basis?: readonly object[] | null;
  /** Small, and free of what is protected: no identity number, no telephone, no secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where nobody is signed in yet: the address a sign-in that failed came from. */
  readonly address?: string | null;
}

type Details = JournalEntry['details'];

/** Of an office: its settings, imports and exports. */
export const organEntry = (organId: number, action: JournalAction, details?: Details): JournalEntry => ({
  subject: { kind: 'ORGAN', id: organId },
  action,
  organId,
  details,
});

/** Of an account, in the journal of the organ it belongs to. */
export const accountEntry = (
  account: { id: number; organId: number | null },
  action: JournalAction,
  details?: Details,
): JournalEntry => ({
  subject: { kind: 'ACCOUNT', id: account.id },
  action,
  organId: account.organId,
  details,
});

/** Of what all organs share. */
export const installationEntry = (action: JournalAction, details?: Details): JournalEntry => ({
  subject: INSTALLATION,
  action,
  organId: null,
  details,
});
