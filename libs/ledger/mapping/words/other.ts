import type { TargetName } from '../targets.ts';
import { w, type HeaderWords } from './headerWords.ts';

/** Numbers, notes, money and the rest. */
export const OTHER_WORDS: Partial<Record<TargetName, HeaderWords>> = {
  SEQUENCE: { exact: w('序号 顺序号 NO 项次 号 序'), like: /^序/, maybe: w('编号') },
  CASE_NUMBER: {
    exact: w(`
      案号 编号 文号 收文号 案件编号 复议案号 受理号 收案号 案件号 立案编号 登记号 登记编号
      收案编号 诉讼案号 法院案号 案件文号 受理编号 调解编号 行政复议案号 收文编号 立案号
      案卷号 决定书文号`),
    like: /案号|编号|文号|收文号|字号/,
    not: /身份|电话|证|原行政|行政行为|被诉|原审/,
  },
  CHANNEL: {
    exact: w(`
      来源 收案来源 案件来源 申请方式 收案方式 申请途径 收案渠道 来件方式 提交方式 申请渠道
      收到方式 来文方式 渠道 递交方式`),
    grouped: [[/收案|收到|来文|申请|登记/, /^(来源|方式|途径|渠道)$/]],
    like: /来源|渠道|途径/,
    not: /日期|时间/,
  },
  HEARD: {
    exact: w('是否听证 听证 听证情况 是否举行听证 听证与否 是否召开听证会 听证审理'),
    like: /听证/,
    not: /日期|时间/,
  },
  EXTENDED: {
    exact: w('是否延期 延期 延期情况 是否延长 是否延长审理期限 延期审理 是否延长期限'),
    like: /延期|延长/,
    not: /日期|时间|原因|至|天数|日数/,
  },
  COMPENSATION: {
    exact: w('赔偿数额 赔偿金额 行政赔偿数额 行政赔偿金额 赔偿额 赔偿款 行政赔偿 赔偿 赔偿数额元'),
    grouped: [[/赔偿/, /^(数额|金额|数额元)$/]],
    like: /赔偿.*(额|款)/,
  },
  NORMATIVE_REVIEW: {
    exact: w(`
      附带审查 规范性文件附带审查 是否附带审查 附带审查规范性文件 对规范性文件附带审查
      是否申请附带审查 一并审查`),
    like: /附带审查|一并审查/,
  },
  OPINION_LETTER: {
    exact: w(`
      意见书 行政复议意见书 意见书份数 制发意见书 复议意见书 是否制发意见书 意见书数量
      建议书意见书`),
    grouped: [[/意见书/, /^(制发数|制发|份数|数量)$/]],
    like: /意见书/,
    not: /落实|日期|时间|文号/,
  },
  AMOUNT: {
    exact: w(`
      涉及金额 涉案金额 标的额 金额 调解金额 标的 调解成功金额 涉案标的 协议金额 赔偿金额
      争议金额 标的金额 涉案价值`),
    like: /金额|标的/,
  },
  HANDLER: {
    exact: w(`
      承办人 经办人 办案人 办案人员 承办人员 主办人 案件承办人 经办人员 办理人 调解员 调解人
      应诉承办人 承办 主办 代理人 调解人员 审理人员 办案人员姓名 承办律师`),
    like: /承办人|经办人|办案人|主办人|调解员/,
    not: /电话/,
  },
  REMARK: {
    exact: w('备注 备考 附注 说明 其他情况 其他说明 备注说明 情况说明'),
    like: /备注/,
  },
};
