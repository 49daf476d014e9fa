import type { AuthorityLevel } from '#queries';
import type { Text } from '../refusal.ts';

const REMEDIES: Readonly<Record<string, Text>> = {
  RESPONDENTS: {
    zh: '补填这些案件的被申请人级别;被申请人是机关的,用 updateOrgan 设置其级别即可。',
    en: 'Give these cases a respondent level; setting the level of the organ with updateOrgan is enough.',
  },
  MATTERS: { zh: '补填这些案件的申请复议事项。', en: 'Give these cases a matter.' },
  TOTAL: {
    zh: '补填这些案件的行政管理类别;本单位自定的类别用 reviseCode 的 countedAs 指定计入报表的哪一行。',
    en: 'Give these cases a field; for a field of your own, say with countedAs of reviseCode in which row it counts.',
  },
  OUTCOMES: {
    zh: '更正这些案件的结案方式:应是受理后的结案方式。',
    en: 'Correct the outcomes of these cases: they must be outcomes after acceptance.',
  },
  OPINIONS: {
    zh: '更正这些案件的意见书份数:落实数不能多于制发数。',
    en: 'Correct the numbers of letters: no more acted on than issued.',
  },
  POSTS: {
    zh: '补填这些案件出庭负责人的职务。',
    en: 'Give the post of the head who appeared in these suits.',
  },
  DUE_PARTS: {
    zh: '更正这些案件的出庭情况:已出庭的不应再有未出庭的理由。',
    en: 'Correct the attendance in these suits.',
  },
};

const LOOK: Text = {
  zh: '核对这些案件的日期和分类后重新导出。',
  en: 'Check the dates and classes of these cases, then export again.',
};

/** What a clerk does about a broken identity; 复议机关 says which organ lacks a level the form has a column for. */
export function remedyOf(identity: string, authorities: readonly AuthorityLevel[]): Text {
  if (identity !== 'AUTHORITIES') return REMEDIES[identity] ?? LOOK;
  const named = authorities.flatMap(({ name, code }) => (code === null ? [] : [`${name}(${code})`]));
  const nameless = authorities.some(one => one.code === null);
  return {
    zh: [
      named.length
        ? `复议机关${named.join('、')}没有级别,或级别在报表中没有栏目:用 updateOrgan 设置 level。`
        : '',
      nameless ? '有的案件没有写明复议机关:补填后重新导出。' : '',
    ].join(''),
    en: [
      named.length
        ? `The authority ${named.join(', ')} has no level, or one without a column: set it with updateOrgan(level).`
        : '',
      nameless ? 'Some cases name no authority: add it.' : '',
    ]
      .join(' ')
      .trim(),
  };
}
