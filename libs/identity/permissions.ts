import type { Role } from './roles.ts';

/** 权限: what may be asked of the system, by feature. Every query, mutation, subscription and download names one. */
export const PERMISSIONS = {
  'cases.read': { zh: '查阅案件', en: 'read cases' },
  'cases.register': { zh: '登记收件', en: 'register applications' },
  'cases.handle': { zh: '办理案件', en: 'handle cases' },
  'cases.assign': { zh: '分派案件', en: 'assign cases' },
  'officers.keep': { zh: '维护复议人员资格', en: 'keep the qualifications of officers' },
  'cases.confide': { zh: '设定保密案件', en: 'mark cases confidential' },
  'figures.read': { zh: '查阅统计数据', en: 'read figures' },
  'ledgers.read': { zh: '查阅台账导入', en: 'read ledger imports' },
  'ledgers.import': { zh: '导入和撤销台账', en: 'import and undo ledgers' },
  'returns.read': { zh: '查阅报表', en: 'read returns' },
  'returns.export': { zh: '导出报表', en: 'export returns' },
  'personal.reveal': { zh: '查看证件号码和电话', en: 'see identity numbers and telephones' },
  'reference.read': { zh: '查阅机关和代码表', en: 'read organs and code lists' },
  'organs.change': { zh: '维护机关', en: 'register and change organs' },
  'codes.change': { zh: '修订代码表', en: 'revise code lists' },
  'accounts.manage': { zh: '管理账号', en: 'manage accounts' },
  'journal.read': { zh: '查阅操作日志', en: 'read the journal' },
  'self.manage': { zh: '管理自己的账号', en: "manage one's own account" },
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** What an account may do because it is one: whoever holds no role yet must still be able to change the password. */
export const OF_EVERY_ACCOUNT: readonly Permission[] = ['self.manage'];

const EVERYBODY = ['reference.read'] as const satisfies readonly Permission[];
const READS = [
  'cases.read',
  'figures.read',
  'ledgers.read',
  'returns.read',
] as const satisfies readonly Permission[];

/** Which role carries which permission. An administrator keeps accounts and settings and sees no case content. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  HANDLER: [
    ...EVERYBODY,
    ...READS,
    'cases.register',
    'cases.handle',
    'ledgers.import',
    'returns.export',
    'personal.reveal',
  ],
  APPROVER: [
    ...EVERYBODY,
    ...READS,
    'cases.handle',
    'cases.assign',
    'officers.keep',
    'cases.confide',
    'returns.export',
    'personal.reveal',
  ],
  HEARING_CLERK: [...EVERYBODY, 'cases.read', 'cases.handle', 'personal.reveal'],
  LITIGATION_CONTACT: [
    ...EVERYBODY,
    ...READS,
    'cases.handle',
    'ledgers.import',
    'returns.export',
    'personal.reveal',
  ],
  AGENCY_HEAD: [...EVERYBODY, 'cases.read', 'cases.handle', 'figures.read', 'returns.read'],
  STATISTICIAN: [...EVERYBODY, ...READS, 'ledgers.import', 'returns.export'],
  SUPERVISOR: [...EVERYBODY, ...READS, 'returns.export'],
  AUDITOR: [...EVERYBODY, ...READS, 'journal.read'],
  ADMINISTRATOR: [
    ...EVERYBODY,
    'organs.change',
    'codes.change',
    'accounts.manage',
    'officers.keep',
    'journal.read',
  ],
};
