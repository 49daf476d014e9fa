import { Module } from '@nestjs/common';
import { Authentication } from './authentication.ts';
import { PermissionRefusals } from './permission-refusals.ts';

@Module({ providers: [Authentication, PermissionRefusals], exports: [Authentication, PermissionRefusals] })
export class IdentityModule {}
