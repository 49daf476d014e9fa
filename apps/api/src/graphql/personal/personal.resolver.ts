import { FindByIdentityNumber, RevealPersonalData } from '#casework';
import type { Actor, Scope } from '#identity';
import { ListProceedings } from '#queries';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Parties } from '../proceedings/parties.ts';
import { Proceeding } from '../proceedings/proceedings.types.ts';
import { shapeProceeding } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { answer } from '../shared/types.ts';
import { RevealArgs, RevealedNumber, RevealResult } from './personal.types.ts';

const STORED = { IDENTITY_NUMBER: 'identity', PHONE: 'phone', ADDRESS: 'address' } as const;

@Resolver()
export class PersonalResolver {
  constructor(
    private readonly reveal: RevealPersonalData,
    private readonly find: FindByIdentityNumber,
    private readonly list: ListProceedings,
    private readonly parties: Parties,
    private readonly labels: Labels,
  ) {}

  @Allow('personal.reveal')
  @Mutation(() => RevealResult, {
    description: '查看证件号码、电话或送达地址 of a party, in clear and journalled.',
  })
  revealPersonalData(
    @Args('input', { type: () => RevealArgs }) input: RevealArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof RevealResult> {
    return answer(async () => {
      const { proceedingId, partyId, field, reason } = input;
      const stored = STORED[field];
      const value = await this.reveal.execute(actor, { proceedingId, partyId, field: stored, reason });
      return Object.assign(new RevealedNumber(), { partyId, field, value });
    });
  }

  @Allow('personal.reveal')
  @Query(() => [Proceeding], {
    description: '按证件号码查找: cases by the exact identity number of a party, newest first; at most 200.',
  })
  async proceedingsByIdentityNumber(
    @Args('number', { type: () => String }) number: string,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<Proceeding[]> {
    const rows = await this.list.byIds(scope, await this.find.execute(actor, number));
    const cases = rows.map(row => shapeProceeding(row, this.labels));
    await this.parties.on(scope, cases);
    return cases;
  }
}
