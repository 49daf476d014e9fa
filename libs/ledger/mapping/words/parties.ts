import type { TargetName } from '../targets.ts';
import { NAME, COUNT, w, type HeaderWords } from './headerWords.ts';

/** Who takes part. */
export const PARTY_WORDS: Partial<Record<TargetName, HeaderWords>> = {
  APPLICANT: {
    exact: w('申请人 申请人姓名 申请人名称 申请人姓名名称 申请人姓名或名称 复议申请人 申请人情况 申请方'),
    grouped: [[/(?<!被)申请人/, NAME]],
    like: /申请人/,
    not: /被申请|数|级别|地址|电话|手机|联系|证|代码|类别|代理|第三|日期|时间|情况说明/,
    maybe: w('姓名 姓名名称 当事人'),
  },
  APPLICANT_COUNT: {
    exact: w('申请人数 申请人人数 申请人总数 人数 申请人数量 申请复议人数'),
    grouped: [[/(?<!被)申请人/, COUNT]],
    like: /申请人.*数|人数/,
    not: /被申请|被告/,
  },
  AUTHORITY: {
    exact: w('复议机关 行政复议机关 复议机构 受理机关 审理机关 办理机关 复议单位'),
    like: /复议机关|复议机构/,
    not: /被复议|级别/,
  },
  RESPONDENT: {
    exact: w('被申请人 被申请人名称 被复议机关 被申请机关 被申请单位 被复议单位 被申请行政机关 被复议人'),
    grouped: [[/被申请人|被复议/, NAME]],
    like: /被申请|被复议/,
    not: /级别|层级|类别|类型|负责人|人数|意见|答复|日期|时间|行为/,
    maybe: w('行政机关 作出机关 原行政机关'),
  },
  RESPONDENT_LEVEL: {
    exact: w(`
      被申请人级别 被申请人层级 被申请人类别 被申请人类型 被申请机关级别 被复议机关级别 机关级别
      级别`),
    grouped: [[/被申请人|被复议/, /级别|层级|类别|类型/]],
    like: /级别|层级/,
  },
  THIRD_PARTY: {
    exact: w('第三人 第三人姓名 第三人名称 第三人情况'),
    like: /第三人/,
    not: /证|号码|电话|手机|联系|代码/,
  },
  PLAINTIFF: {
    exact: w(`
      原告 原告姓名 原告名称 原告上诉人 上诉人 起诉人 原告申请人 原告姓名名称 再审申请人
      原告方 原告人`),
    grouped: [[/原告|起诉/, NAME]],
    like: /原告|起诉人/,
    not: /数|被告|地址|电话|手机|联系|证|代码|代理|诉讼请求|撤诉/,
    maybe: w('当事人 姓名 申请人'),
  },
  PLAINTIFF_COUNT: {
    exact: w('原告人数 原告总数 原告数 人数 原告数量'),
    grouped: [[/原告/, COUNT]],
    like: /原告.*数/,
  },
  DEFENDANT: {
    maybe: w('单位 承办单位 涉案单位 责任单位 被申请人'),
    exact: w(`
      被告 被告名称 被诉机关 被诉行政机关 应诉机关 应诉单位 被告单位 被告机关 被诉单位
      被上诉人 被告被上诉人 涉诉单位`),
    grouped: [[/被告|被诉/, NAME]],
    like: /被告|被诉.*机关|应诉(单位|机关|部门)/,
    not: /级别|负责人|代理|人数|行为|出庭|日期|时间|答辩|身份|地位|类型|类别|是否|复议/,
  },
  MEDIATOR: {
    maybe: w('单位 部门 承办部门 办理部门'),
    exact: w(`
      调解机关 调解单位 调解机构 调解组织 调解部门 办理单位 承办单位 主持单位 行政机关
      调解主体`),
    like: /调解(机关|单位|机构|组织|部门)/,
  },
  PARTIES: {
    exact: w(`
      当事人 双方当事人 当事人姓名 当事人名称 纠纷当事人 争议双方 当事人双方 申请人 当事人情况
      争议当事人 申请人被申请人`),
    grouped: [[/当事人/, NAME]],
    like: /当事人|双方/,
    not: /数|电话|手机|联系|证|号码|代码|签/,
  },
  OTHER_PARTY: {
    exact: w('被申请人 对方当事人 另一方当事人 被投诉人 相对方 被申请方 乙方'),
    like: /对方当事人|被申请人/,
    not: /数|级别|电话/,
  },
  PARTY_COUNT: {
    exact: w('当事人数 当事人人数 涉案人数 涉及人数 人数'),
    grouped: [[/当事人/, COUNT]],
    like: /人数/,
  },
};
