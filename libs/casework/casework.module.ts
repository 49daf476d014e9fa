import { Global, Module } from '@nestjs/common';
import { ReviseCode } from './codes/revise-code.ts';
import { RegisterOrgan } from './organs/register-organ.ts';

const USE_CASES = [RegisterOrgan, ReviseCode];

/** The use cases: one class each, one transaction each. */
@Global()
@Module({ providers: USE_CASES, exports: USE_CASES })
export class CaseworkModule {}
