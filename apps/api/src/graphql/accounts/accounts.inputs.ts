import type { LinkClaim, Permission, Role } from '#identity';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LinkClaimName, PermissionName, RoleName } from './accounts.types.ts';

@InputType()
export class SignInArgs {
  @Field(() => String) login: string;
  @Field(() => String) password: string;
}

@InputType()
export class CreateAccountArgs {
  @Field(() => String) login: string;
  @Field(() => String) name: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the organ; left out, the installation itself.',
  })
  organ?: string | null;
  @Field(() => Boolean, { defaultValue: true, description: 'False: OpenID Connect or API tokens only.' })
  withPassword: boolean;
}

@InputType()
export class RoleArgs {
  @Field(() => String) login: string;
  @Field(() => RoleName) role: Role;
  @Field(() => String, { nullable: true, description: 'Code of the organ; left out, everywhere.' })
  organ?: string | null;
}

@InputType()
export class GrantRoleArgs extends RoleArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Reaches the organs below it as well.' })
  withSubordinates: boolean;
}

@InputType()
export class LinkAccountArgs {
  @Field(() => String) login: string;
  @Field(() => Int, { description: 'The version you have seen; a newer one refuses the change.' })
  expectedVersion: number;
  @Field(() => LinkClaimName) claim: LinkClaim;
  @Field(() => String, { description: 'What the provider says of this person.' }) value: string;
}

@InputType()
export class CreateApiTokenArgs {
  @Field(() => String, { description: 'What uses it.' }) name: string;
  @Field(() => [PermissionName], { description: 'Some of your own.' }) permissions: Permission[];
  @Field(() => Int, { description: 'How many days it lives, at most 365.' }) days: number;
}
