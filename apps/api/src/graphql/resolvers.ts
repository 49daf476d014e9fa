import { CodesResolver } from './codes/codes.resolver.ts';
import { AppearanceResolver } from './figures/appearance.resolver.ts';
import { BehindResolver } from './figures/behind.resolver.ts';
import { ConfidentialityResolver } from './proceedings/confidentiality.resolver.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { LedgerResolver } from './ledger/ledger.resolver.ts';
import { LedgerRowsResolver } from './ledger/rows.resolver.ts';
import { OrgansResolver } from './organs/organs.resolver.ts';
import { PersonalResolver } from './personal/personal.resolver.ts';
import { ProceedingsResolver } from './proceedings/proceedings.resolver.ts';
import { ReturnsResolver } from './returns/returns.resolver.ts';

/** Every resolver: what the schema is made of. */
export const RESOLVERS = [
  AppearanceResolver,
  BehindResolver,
  CodesResolver,
  ConfidentialityResolver,
  FiguresResolver,
  LedgerResolver,
  LedgerRowsResolver,
  OrgansResolver,
  PersonalResolver,
  ProceedingsResolver,
  ReturnsResolver,
];
