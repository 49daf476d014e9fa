import { CaseDoor, IssueLetter, LetterDrafts, mustBeTheOffice } from '#casework';
import type { Actor, Principal, Scope } from '#identity';
import { CaseLetters } from '#queries';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DownloadLinks } from '../../http/files/download-links.ts';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { CaseReader, type ReadCase } from './case-reader.ts';
import { letterFor, shapeDraft, shapeLetter } from './letter-shapes.ts';
import { IssuedLetter, DraftLetterArgs, IssueLetterArgs, LetterDraftResult } from './letters.types.ts';
import { CaseResult, ReconsiderationCase } from './reconsideration.types.ts';

/** 文书: drafts, and what went out. */
@Resolver(() => ReconsiderationCase)
export class LettersResolver {
  constructor(
    private readonly cases: CaseReader,
    private readonly kept: CaseLetters,
    private readonly drafts: LetterDrafts,
    private readonly door: CaseDoor,
    private readonly links: DownloadLinks,
  ) {}

  @Allow('cases.handle')
  @Query(() => LetterDraftResult, {
    description: '拟制文书: nothing is written; the number is the one it would get now.',
  })
  draftLetter(
    @Args() { case: id, kind, to, about, served }: DraftLetterArgs,
    @Context() { scope, principal }: { scope: Scope; principal: Actor },
  ): Promise<typeof LetterDraftResult> {
    return answer(async () => {
      const { row, steps } = (await this.cases.one(scope, id)).opened;
      mustBeTheOffice(this.door.roles(principal, row, null));
      const facts = (await this.kept.facts(scope, id))!;
      const series = this.drafts.series(kind, row.organId);
      const last = series && (await this.kept.lastNumber(scope, row.organId, series.name));
      const number = series && { number: series.number(last! + 1) };
      const details = { ...letterFor(to, about, served), ...number };
      return shapeDraft(kind, this.drafts.draft({ facts, rows: steps }, kind, details));
    });
  }

  @ResolveField(() => [IssuedLetter], { description: '制发的文书, first to last.' })
  async letters(
    @Parent() { id, opened: { scope, steps } }: ReadCase,
    @Context('principal') principal: Principal,
  ): Promise<IssuedLetter[]> {
    const rows = await this.kept.issued(scope, id);
    const facts = rows.length > 0 ? await this.kept.facts(scope, id) : null;
    return rows.map(row =>
      shapeLetter(
        row,
        this.drafts.outdated({ facts: facts!, rows: steps }, row),
        this.links.sign(Number(row.id), principal, 'letter'),
      ),
    );
  }
}

@Resolver()
export class IssueLetterResolver {
  constructor(
    private readonly issue: IssueLetter,
    private readonly cases: CaseReader,
  ) {}

  @Allow('cases.handle')
  @Mutation(() => CaseResult, {
    description: '制发文书: with the next number of its series; the text stays as it went out.',
  })
  issueLetter(
    @Args('input', { type: () => IssueLetterArgs }) input: IssueLetterArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    const { case: caseId, kind, requestId, expectedVersion, to, about, served } = input;
    return answer(async () => {
      const asked = letterFor(to, about, served);
      await this.issue.execute(actor, { caseId, kind, requestId, expectedVersion, ...asked });
      return this.cases.one(scope, caseId);
    });
  }
}
