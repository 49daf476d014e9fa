import { w, type Basis, type Words } from '#law/statute';
import { AR } from './rules.ts';

/** What the system asks the agency for (law.md 4.3). `checked: false` marks a list no text confirms. */
export interface ProofDemand {
  readonly words: Words;
  readonly documents: readonly { readonly words: Words; readonly required: boolean }[];
  readonly basis: Basis;
  readonly checked: boolean;
}

const doc = (zh: string, en: string, required = true) => ({ words: w(zh, en), required });

export const PROOFS = {
  HEAD_APPEARS: {
    words: w('负责人出庭', 'the head appears'),
    documents: [
      doc('出庭应诉负责人身份证明(姓名、职务、印章)', 'identity document with name, post and seal'),
      doc('证明其职务的材料', 'material proving the post'),
    ],
    basis: AR['AR-13'].basis,
    checked: true,
  },
  // until the hearing opens, if it is not disturbed (art. 5(3))
  HEAD_REPLACED: {
    words: w('庭审前更换负责人', 'the head is replaced'),
    documents: [
      doc('更换出庭负责人申请', 'request to replace'),
      doc('新的身份证明', 'new identity document'),
    ],
    basis: AR['AR-12'].basis,
    checked: true,
  },
  // the statement is the agency's, so a deputy may sign for the seal, but the signature has to be the chief's
  HEAD_CANNOT_APPEAR: {
    words: w('负责人不能出庭', 'the head cannot appear'),
    documents: [
      doc('不能出庭情况说明(印章或者主要负责人签字)', 'statement with seal or chief’s signature'),
      doc('理由的证明材料', 'material proving the reason'),
      doc('延期开庭申请', 'request for postponement', false),
    ],
    basis: AR['AR-17'].basis,
    checked: true,
  },
  // examined like the head's paper (art. 10(3)): a missing seal and nobody represents the agency
  STAFF_APPEARS: {
    words: w('工作人员出庭', 'staff appears'),
    documents: [
      doc('授权委托书(印章、姓名、职务、代理权限)', 'power of attorney with seal, name, post and powers'),
      doc('工作人员身份证明', 'identity of the staff'),
    ],
    basis: AR['AR-22'].basis,
    checked: true,
  },
  // customary, read in no text; asked for, never required by a rule
  LAWYER_AS_AGENT: {
    words: w('委托律师', 'lawyer as agent'),
    documents: [
      doc('授权委托书', 'power of attorney'),
      doc('律师事务所函', 'letter of the firm'),
      doc('律师证', 'licence'),
    ],
    basis: AR['AR-23'].basis,
    checked: false,
  },
} as const satisfies Record<string, ProofDemand>;
export type ProofSituation = keyof typeof PROOFS;
