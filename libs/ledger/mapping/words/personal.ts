import type { TargetName } from '../targets.ts';
import { w, type HeaderWords } from './headerWords.ts';

const NOT_THEIRS = /被申请|被告|第三人|对方|代理|承办|经办|负责人|委托|律师|法定代表|执法|行政机关/;

/** Numbers by which the applying side's parties are known and reached; those of others are not read. */
export const PERSONAL_WORDS: Partial<Record<TargetName, HeaderWords>> = {
  IDENTITY_NUMBER: {
    exact: w(`
      身份证号 身份证号码 公民身份号码 居民身份证号码 居民身份证号 身份证 证件号码 证件号 身份证件号码
      身份证明号码 有效证件号码 证照号码 身份证号统一社会信用代码 身份证号或统一社会信用代码
      证件号码统一社会信用代码`),
    grouped: [[/申请人|原告|当事人/, /^(身份证号码?|身份证|证件号码?|身份号码|身份证件号码)$/]],
    like: /身份证|身份号码|证件号/,
    not: NOT_THEIRS,
  },
  CREDIT_CODE: {
    exact: w('统一社会信用代码 社会信用代码 信用代码 统一信用代码 组织机构代码 营业执照号码 营业执照号'),
    grouped: [[/申请人|原告|当事人/, /^(统一)?(社会)?信用代码$/]],
    like: /信用代码/,
    not: NOT_THEIRS,
  },
  PHONE: {
    exact: w(`
      联系电话 联系方式 电话 电话号码 手机 手机号 手机号码 联系手机 移动电话 联系电话号码 联系号码`),
    grouped: [[/申请人|原告|当事人/, /^(联系)?(电话|方式|手机|号码)(号码?)?$/]],
    like: /(申请人|原告|当事人).*(电话|手机|联系方式)|联系电话|联系方式|手机号/,
    not: NOT_THEIRS,
  },
};
