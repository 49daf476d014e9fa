import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts/accounts.ts';
import { CountAppearance } from './figures/appearance-figures.ts';
import { CountMeasures } from './figures/count-measures.ts';
import { Figures } from './figures/figures.ts';
import { MonthRollup } from './figures/month-rollup.ts';
import { OfficialNames } from './figures/official-names.ts';
import { OpenNumber } from './figures/open-number.ts';
import { MyReminders } from './deadlines/my-reminders.ts';
import { ListParties } from './proceedings/list-parties.ts';
import { ListJournal } from './journal/list-journal.ts';
import { ListProceedings } from './proceedings/list-proceedings.ts';
import { LedgerImports } from './ledger/ledger-imports.ts';
import { FallingDue } from './reconsideration/falling-due.ts';
import { FindEarlierWithdrawals } from './reconsideration/earlier-withdrawals.ts';
import { FindCase } from './reconsideration/find-case.ts';
import { HandOver } from './reconsideration/hand-over.ts';
import { CaseDocuments } from './reconsideration/case-documents.ts';
import { CaseLetters } from './reconsideration/letter-facts.ts';
import { LetterServices } from './reconsideration/letter-services.ts';
import { LawToday } from './reconsideration/law-today.ts';
import { Officers } from './reconsideration/officers.ts';
import { TeamList } from './reconsideration/team-list.ts';
import { WorkList } from './reconsideration/work-list.ts';
import { FillReturn } from './returns/fill-return.ts';
import { ReturnExports } from './returns/return-exports.ts';

const QUERIES = [
  Accounts,
  ListProceedings,
  ListParties,
  ListJournal,
  MonthRollup,
  CountMeasures,
  Figures,
  CountAppearance,
  OfficialNames,
  OpenNumber,
  FillReturn,
  LedgerImports,
  ReturnExports,
  LawToday,
  FindCase,
  FindEarlierWithdrawals,
  MyReminders,
  WorkList,
  TeamList,
  FallingDue,
  HandOver,
  Officers,
  CaseLetters,
  LetterServices,
  CaseDocuments,
];

/** The read side: SQL text, prepared by name, no entity hydration. */
@Global()
@Module({ providers: QUERIES, exports: QUERIES })
export class QueriesModule {}
