import { Module } from '@nestjs/common';
import { Authentication } from './authentication.ts';

@Module({ providers: [Authentication], exports: [Authentication] })
export class IdentityModule {}
