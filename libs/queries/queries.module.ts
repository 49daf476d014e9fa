import { Global, Module } from '@nestjs/common';
import { ListProceedings } from './proceedings/list-proceedings.ts';

const QUERIES = [ListProceedings];

/** The read side: SQL text, prepared by name, no entity hydration. */
@Global()
@Module({ providers: QUERIES, exports: QUERIES })
export class QueriesModule {}
