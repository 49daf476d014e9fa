import { AccountAccessResolver } from './accounts/account-access.resolver.ts';
import { AccountsResolver } from './accounts/accounts.resolver.ts';
import { OwnAccountResolver } from './accounts/own-account.resolver.ts';
import { SignInResolver } from './accounts/sign-in.resolver.ts';
import { CodesResolver } from './codes/codes.resolver.ts';
import { AppearanceResolver } from './figures/appearance.resolver.ts';
import { BehindResolver } from './figures/behind.resolver.ts';
import { ConfidentialityResolver } from './proceedings/confidentiality.resolver.ts';
import { DeadlinesResolver } from './deadlines/deadlines.resolver.ts';
import { DemoResolver } from './demo/demo.resolver.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { JournalResolver } from './journal/journal.resolver.ts';
import { LedgerResolver } from './ledger/ledger.resolver.ts';
import { LedgerRowsResolver } from './ledger/rows.resolver.ts';
import { OrgansResolver } from './organs/organs.resolver.ts';
import { PersonalResolver } from './personal/personal.resolver.ts';
import { ProceedingsResolver } from './proceedings/proceedings.resolver.ts';
import { AssignmentResolver } from './reconsideration/assignment/assignment.resolver.ts';
import { OfficersResolver } from './reconsideration/assignment/officers.resolver.ts';
import { DocumentsResolver } from './reconsideration/documents.resolver.ts';
import { AmendmentResolver } from './reconsideration/amendment.resolver.ts';
import { IssueLetterResolver, LettersResolver } from './reconsideration/letters.resolver.ts';
import { ApplicationLimitResolver } from './reconsideration/application-limit.resolver.ts';
import { ReconsiderationResolver, RegistrationResolver } from './reconsideration/reconsideration.resolver.ts';
import { ServicesResolver } from './reconsideration/services.resolver.ts';
import { StepsResolver } from './reconsideration/steps.resolver.ts';
import { HandOverResolver } from './reconsideration/work/hand-over.resolver.ts';
import { WorkResolver } from './reconsideration/work/work.resolver.ts';
import { ReturnsResolver } from './returns/returns.resolver.ts';

/** Every resolver: what the schema is made of. */
export const RESOLVERS = [
  AccountAccessResolver,
  AccountsResolver,
  AppearanceResolver,
  AssignmentResolver,
  BehindResolver,
  CodesResolver,
  ConfidentialityResolver,
  DeadlinesResolver,
  DemoResolver,
  FiguresResolver,
  HandOverResolver,
  JournalResolver,
  LedgerResolver,
  LedgerRowsResolver,
  OfficersResolver,
  DocumentsResolver,
  AmendmentResolver,
  LettersResolver,
  IssueLetterResolver,
  OrgansResolver,
  PersonalResolver,
  OwnAccountResolver,
  ProceedingsResolver,
  ReconsiderationResolver,
  RegistrationResolver,
  ApplicationLimitResolver,
  ReturnsResolver,
  ServicesResolver,
  SignInResolver,
  StepsResolver,
  WorkResolver,
];
