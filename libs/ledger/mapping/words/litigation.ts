import type { TargetName } from '../targets.ts';
import { NAME, w, type HeaderWords } from './headerWords.ts';

/** What only litigation registers hold. */
export const LITIGATION_WORDS: Partial<Record<TargetName, HeaderWords>> = {
  COURT: {
    exact: w('受理法院 法院 审理法院 管辖法院 应诉法院 承办法院 受诉法院 法院名称'),
    like: /法院/,
    not: /日期|时间|号|结果|案号|法官/,
  },
  NATURE: {
    exact: w('案件性质 性质 诉讼性质 诉讼类型 诉讼类别 行政民事'),
    like: /案件性质|诉讼(类型|性质)/,
    maybe: w('案件类型 案件类别 类型 类别'),
  },
  INSTANCE: {
    exact: w('审级 审理程序 程序 审理级别 审理阶段 诉讼阶段 审判程序 诉讼程序'),
    like: /审级|审理阶段/,
  },
  AFTER_RECONSIDERATION: {
    exact: w(`
      是否经复议 是否经过复议 是否复议 经复议 是否已复议 复议后起诉 是否经行政复议
      是否经过行政复议 是否复议后诉讼 是否复议后应诉 复议情况 复议后应诉`),
    like: /是否.*复议|经.*复议|复议后/,
  },
  HEAD_APPEARED: {
    exact: w(`
      负责人是否出庭 负责人出庭 负责人出庭情况 行政机关负责人是否出庭 是否出庭 机关负责人出庭情况
      出庭情况 负责人是否到庭 行政机关负责人出庭情况 负责人是否出庭应诉 机关负责人是否出庭
      首长是否出庭 负责人出庭应诉情况 行政首长是否出庭 行政首长出庭`),
    grouped: [[/负责人|出庭|首长/, /^(是否出庭|是否|出庭|出庭情况|是否到庭|情况|是否出庭应诉)$/]],
    like: /(负责人|首长).*(是否|情况)|是否(出庭|到庭)/,
    not: /职务|姓名|理由|原因|未出庭|日期|时间/,
  },
  HEAD_NAME: {
    exact: w(`
      出庭负责人 出庭人员 出庭人 出庭负责人姓名 出庭领导 负责人姓名 出庭人姓名 出庭应诉负责人
      出庭首长`),
    grouped: [[/负责人|出庭|首长/, NAME]],
    like: /出庭.*(负责人|人员|领导|姓名)|负责人.*姓名/,
    not: /职务|是否|理由|原因|情况/,
    maybe: w('姓名'),
  },
  HEAD_POST: {
    exact: w('职务 出庭负责人职务 负责人职务 出庭人职务 职务级别 出庭人员职务 出庭职务'),
    like: /职务/,
  },
  ABSENCE_REASON: {
    exact: w(`
      未出庭理由 未出庭原因 不出庭理由 不出庭原因 未出庭说明 负责人未出庭原因 负责人未出庭理由
      不能出庭理由 未到庭原因`),
    grouped: [[/负责人|出庭|首长/, /^(理由|原因|未出庭理由|未出庭原因|说明)$/]],
    like: /(未|不|不能)(出|到)庭/,
  },
};
