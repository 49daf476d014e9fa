import { coded, noRule, notCovered, type CoverageRegister } from '#law/statute';

const ORGANISATION = 'organisation and staffing of the authorities; nothing in a case depends on it';
const LIABILITY = 'discipline of persons is decided outside the case; the clocks name it as consequence';

/**
 * Every article of 行政复议法 (2023). Names are codes of clocks (RC-28), of guards, of steps (STEP:DECIDE), of
 * tables and functions of this room; a test checks that each exists and that no article is left out.
 */
export const RECONSIDERATION_LAW_2023: CoverageRegister = {
  1: noRule('purpose'),
  2: noRule('scope of the law; acts of authorised bodies are acts'),
  3: noRule('principles'),
  4: noRule(ORGANISATION),
  // how a case is mediated is for people; that it was, and what makes the paper valid, is on record
  5: coded('STEP:BEGIN_MEDIATION', 'STEP:HOLD_MEDIATION', 'MEDIATION_HAS_BEGUN', 'STEP:MEDIATE'),
  6: noRule(ORGANISATION),
  7: noRule(ORGANISATION),
  8: noRule(ORGANISATION),
  9: noRule('commendation'),
  10: coded('STEP:SUED', 'RC-35'),
  // an enum is coverage here: what may be reviewed is recorded and reported, and weighed by people
  11: coded('REVIEWABLE'),
  12: coded('NOT_REVIEWABLE'),
  13: coded('STEP:BEGIN_NORMATIVE_REVIEW'),
  14: notCovered('who may apply and who succeeds is recorded with the parties, not judged by a rule yet'),
  15: coded('mustElectRepresentatives', 'representativesAllowed', 'NEEDS_CONSENT'),
  // their absence stops nothing, so there is no rule beside the record
  16: coded('STEP:JOIN_THIRD_PARTY'),
  17: coded('agentsAllowed'),
  18: noRule('legal aid is granted by another authority'),
  19: notCovered(
    'who is respondent is recorded with the parties (条例 art. 13 makes it a matter of judgement); who hears joint and successor organs: competentOrgans',
  ),
  // an obstacle stops the time by itself, unlike in court, where leave has to be asked for
  20: coded('RC-01', 'RC-02', 'RC-02-CAP', 'applicationLimit'),
  21: coded('RC-04', 'absoluteBar'),
  22: coded('STEP:RECEIVE'),
  23: coded('PREREQUISITES', 'reconsiderationFirst'),
  24: coded('competentOrgans'),
  25: coded('competentOrgans'),
  26: coded('competentOrgans'),
  27: coded('competentOrgans'),
  28: coded('competentOrgans'),
  29: notCovered(
    'a suit accepted elsewhere is a fact of the court; the refusal ground DUPLICATE_OR_SUED states it',
  ),
  30: coded(
    'RC-07',
    'RC-11',
    'REFUSAL_GROUNDS',
    'STEP:ACCEPT',
    'STEP:REFUSE',
    'STEP:TRANSFER',
    'REVIEW_PERIOD_HAS_RUN_OUT',
  ),
  31: coded(
    'RC-09',
    'RC-10',
    'RC-11',
    'STEP:NOTICE_CORRECTION',
    'STEP:ABANDON',
    'CORRECTION_NOTICE_IS_GIVEN_ONCE',
  ),
  32: coded('RC-06'),
  33: coded('STEP:DISMISS', 'RC_OUTCOMES'),
  34: coded('RC-35B'),
  // 35, 38, 40: between two organs, and each of them keeps its own case
  35: notCovered('the complaint to the superior has no period; it is a case of the superior organ'),
  // one procedure or the other is chosen with acceptance
  36: coded('STEP:ACCEPT'),
  37: noRule('which norms are applied is the substance of the case'),
  38: notCovered('taking a case upward is a transfer between organs, outside one case'),
  39: coded('SUSPENSION_GROUNDS', 'STEP:SUSPEND', 'STEP:RESUME', 'SUSPENSION_GROUND_IS_IN_FORCE'),
  40: notCovered('the order of the superior to resume has no period; resumption itself is a step'),
  41: coded(
    'TERMINATION_GROUNDS',
    'STEP:TERMINATE',
    'STEP:ASK_WITHDRAWAL',
    'WITHDRAWAL_IS_ASKED_FOR',
    'RC-31',
    'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED',
  ),
  42: coded('STOP_EXECUTION_GROUNDS', 'STEP:STOP_EXECUTION'),
  43: noRule('kinds of evidence'),
  44: noRule('burden of proof is weighed by those who decide'),
  45: coded('STEP:INVESTIGATE', 'INVESTIGATION_NEEDS_TWO_OFFICERS', 'investigatorsSuffice'),
  46: notCovered('later evidence is weighed by those who decide'),
  // on request, without a period
  47: coded(
    'STEP:GRANT_FILE_ACCESS',
    'STEP:REFUSE_FILE_ACCESS',
    'FILE_ACCESS_GROUNDS',
    'FILE_ACCESS_GROUND_IS_IN_FORCE',
  ),
  48: coded('RC-12', 'RS-01', 'STEP:SEND_COPY', 'STEP:REPLY'),
  49: coded('STEP:HEAR_OPINIONS', 'OPINIONS_OF_THE_PARTIES_ARE_HEARD'),
  50: coded('STEP:HOLD_HEARING', 'MAJOR_CASES_NEED_A_HEARING', 'HEARING_NEEDS_TWO_HEARING_OFFICERS'),
  51: coded(
    'RC-16',
    'HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE',
    'HEARING_NEEDS_NOTICE',
    'law/appearance AR-32',
  ),
  52: coded('STEP:ASK_COMMITTEE', 'STEP:COMMITTEE_OPINION', 'COMMITTEE_OPINION_IS_ASKED'),
  // whether facts are clear and the dispute small is not computed
  53: coded('SIMPLIFIED_GROUNDS', 'SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND', 'amountAllowsSimplified'),
  54: coded('RC-13', 'RS-02'),
  55: coded('STEP:CONVERT', 'ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED'),
  56: coded('RC-23', 'RC-24'),
  57: coded('RC-23', 'RC-24'),
  58: coded('RC-25', 'RC-26', 'STEP:NOTIFY_MAKER', 'STEP:MAKER_REPLY'),
  59: coded('STEP:END_NORMATIVE_REVIEW'),
  60: coded('RC-27', 'STEP:END_NORMATIVE_REVIEW'),
  61: coded(
    'STEP:SUBMIT',
    'STEP:SEND_BACK',
    'STEP:DECIDE',
    'RESULT_NEEDS_ITS_OWN_STEP',
    'missingBeforeDecision',
  ),
  // the heart of the clocks: sixty, plus thirty, or thirty
  62: coded(
    'RC-28',
    'RC-30',
    'STEP:EXTEND_DECISION',
    'EXTENSION_AT_MOST_THIRTY_DAYS',
    'EXTENSION_APPROVED_BY_THE_RIGHT_HEAD',
  ),
  63: coded('RC_OUTCOMES', 'NO_CHANGE_FOR_THE_WORSE'),
  64: coded('RC_OUTCOMES', 'STEP:REMAKE'),
  65: coded('RC_OUTCOMES'),
  66: coded('RC_OUTCOMES', 'RC-37'),
  67: coded('RC_OUTCOMES'),
  68: coded('RC_OUTCOMES'),
  69: coded('RC_OUTCOMES'),
  // the hardest consequence of any clock in this law
  70: coded('STEP:NO_REPLY', 'NO_REPLY_MEANS_NO_EVIDENCE'),
  71: coded('RC_OUTCOMES'),
  72: coded('RC_OUTCOMES', 'COMPENSATION_AMOUNT_NEEDS_A_GRANT', 'COMPENSATION_NEEDS_A_CORRECTION'),
  73: coded('STEP:MEDIATE', 'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED', 'STEP:END_MEDIATION'),
  74: coded('STEP:SETTLE', 'STEP:ASK_WITHDRAWAL', 'STEP:TERMINATE', 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL'),
  75: coded('STEP:SERVE'),
  76: coded('RC-38', 'STEP:OPINION_LETTER', 'STEP:REPORT_BACK'),
  77: coded(
    'RC-37-ORDER',
    'STEP:ORDER_PERFORMANCE',
    'STEP:INTERVIEW',
    'STEP:CRITICISE',
    'STEP:PERFORMED',
    'SOMETHING_IS_LEFT_UNDONE',
    'obligationsOf',
  ),
  78: coded('RC-39', 'STEP:APPLY_ENFORCEMENT'),
  // neither has a period
  79: coded(
    'STEP:PUBLISH',
    'STEP:COPY_TO_SUPERIOR',
    'ONLY_A_DECISION_IS_PUBLISHED',
    'ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED',
  ),
  80: noRule(LIABILITY),
  81: noRule(LIABILITY),
  82: noRule(LIABILITY),
  // the same, but named as what follows an obligation left undone
  83: coded('CONSEQUENCES'),
  84: noRule(LIABILITY),
  85: noRule(LIABILITY),
  86: noRule(LIABILITY),
  87: noRule('no fee is charged, so there is nothing to compute'),
  // working days; everything else about counting and service comes from civil procedure (law/calendar)
  88: coded('RC-07', 'count'),
  89: noRule('foreigners are treated alike'),
  // the only words about time: from 2024-01-01; which text an open case follows is a setting
  90: coded('governingDay'),
};
