import { LINK_CLAIMS, PERMISSIONS, ROLES, type LinkClaim, type Permission, type Role } from '#identity';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../shared/scalars.ts';
import { OrganLabel, resultOf } from '../shared/types.ts';

type Named = Record<string, { zh: string; en: string }>;
const described = (items: Named, nameOf = (key: string) => key) =>
  Object.fromEntries(
    Object.entries(items).map(([key, { zh, en }]) => [nameOf(key), { description: `${zh}: ${en}` }]),
  );

export const RoleName = Object.fromEntries(Object.keys(ROLES).map(key => [key, key])) as Record<Role, Role>;
registerEnumType(RoleName, { name: 'Role', description: '角色', valuesMap: described(ROLES) });

const written = (permission: string) => permission.toUpperCase().replace('.', '_');
export const PermissionName = Object.fromEntries(
  Object.keys(PERMISSIONS).map(key => [written(key), key]),
) as Record<string, Permission>;
registerEnumType(PermissionName, {
  name: 'Permission',
  description: '权限',
  valuesMap: described(PERMISSIONS, written),
});

export const LinkClaimName = Object.fromEntries(Object.keys(LINK_CLAIMS).map(key => [key, key])) as Record<
  LinkClaim,
  LinkClaim
>;
registerEnumType(LinkClaimName, {
  name: 'LinkClaim',
  description: '关联依据: by what the OpenID provider says.',
  valuesMap: described(LINK_CLAIMS),
});

@ObjectType({ description: '授权: a role held at an organ.' })
export class GrantedRole {
  @Field(() => RoleName) role: Role;
  @Field(() => OrganLabel, { nullable: true, description: 'Null: in the whole installation.' })
  organ: OrganLabel | null;
  @Field(() => Boolean, { description: 'Reaches the organs below it as well.' }) withSubordinates: boolean;
}

@ObjectType({ description: '账号: a person or a machine that may sign in.' })
export class Account {
  @Field(() => Int) id: number;
  @Field(() => String) login: string;
  @Field(() => String) name: string;
  @Field(() => OrganLabel, { nullable: true, description: 'Null: the installation itself.' })
  organ: OrganLabel | null;
  @Field(() => Boolean) disabled: boolean;
  @Field(() => Boolean) mustChangePassword: boolean;
  @Field(() => Boolean, { description: 'Has a password.' }) withPassword: boolean;
  @Field(() => Boolean, { description: 'Signs in, or is expected to, through OpenID Connect.' })
  linked: boolean;
  @Field(() => Instant, { nullable: true, description: 'After too many wrong passwords.' }) lockedUntil:
    string | null;
  @Field(() => Int, { description: 'Give it as `expectedVersion` to change the account.' }) version: number;
  @Field(() => [GrantedRole]) roles: GrantedRole[];
}

@ObjectType({ description: '一次性密码: shown in this answer only; has to be changed at the first sign-in.' })
export class AccountWithPassword {
  @Field(() => Account) account: Account;
  @Field(() => String, { nullable: true, description: 'Null: signs in without a password.' })
  oneTimePassword: string | null;
}

export const AccountResult = resultOf('AccountResult', Account);
export const AccountWithPasswordResult = resultOf('AccountWithPasswordResult', AccountWithPassword);
