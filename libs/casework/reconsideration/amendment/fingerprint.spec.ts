import { FieldCipher, Keyring } from '#protection';
import { describe, expect, it } from 'vitest';
import type { AmendmentInput } from './amendment.ts';
import { fingerprintOfAmendment } from './fingerprint.ts';

const cipher = (key: number) => new FieldCipher(Keyring.parse(Buffer.alloc(32, key).toString('base64')));
const SENT = { caseId: '1', requestId: 'r', expectedVersion: 1, reason: '来电13800000001更正' };
const of = (sent: Partial<AmendmentInput>, key = 7) =>
  fingerprintOfAmendment(cipher(key), { ...SENT, ...sent });
const withPhone = (phone: string) => of({ parties: [{ party: '1', phone }] });

describe('识别重复提交的摘要', () => {
  it('没有密钥,猜中请求、理由中的号码也无从验证', () => {
    for (const sent of [{}, { claims: '电话13800000001' }, { grounds: '电话13800000001' }])
      expect(of(sent, 8)).not.toBe(of(sent));
  });

  it('号码写法不同的是同一请求,号码不同的不是', () => {
    expect(withPhone('138 0000 0001')).toBe(withPhone('13800000001'));
    expect(withPhone('13811110001')).not.toBe(withPhone('13800000001'));
  });
});
