import {
  covers,
  scopeOf,
  systemScope,
  type Actor,
  type Permission,
  type Principal,
  type Scope,
} from '#identity';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';
import { unknownOrgan } from '../refusal.ts';
import { notAllowed, notInScope, notInstallationWide } from './access-refusals.ts';

interface Known {
  generation: number;
  scopes: Map<Permission, Scope | null>;
}

/** 权限检查: what an actor may see and do. Every query and use case passes through here before the database looks again. */
@Injectable()
export class Access {
  /**
   * Worked out once for each asker, and anew when the tree of organs has changed. A request has a principal of its own,
   * with its address; the grants in it are one list for as long as the asker is kept in memory.
   */
  readonly #known = new WeakMap<Principal['grants'], Known>();

  constructor(private readonly directory: OrganDirectory) {}

  /** @throws UserError when no role of the actor carries the permission */
  scope(actor: Actor, permission: Permission): Scope {
    if (!('accountId' in actor)) return systemScope();
    const scope = this.found(actor, permission);
    if (!scope) throw notAllowed(permission);
    return scope;
  }

  /** The organ with this code. @throws UserError when there is none, or it lies outside of the scope */
  organ(scope: Scope, code: string): OrganRecord {
    const organ = this.directory.byCode(code);
    if (!organ) throw unknownOrgan(code);
    if (!covers(scope, organ.id)) throw notInScope(organ.name);
    return organ;
  }

  /**
   * The organ, with those below it where asked for. A number of an organ with its subordinates that left some of them out
   * would be a wrong number, so all of them must lie in the scope.
   */
  organs(scope: Scope, code: string, withSubordinates: boolean): { organ: OrganRecord; ids: number[] } {
    const organ = this.organ(scope, code);
    const all = withSubordinates ? this.directory.subtree(organ.id) : [organ];
    const foreign = all.find(one => !covers(scope, one.id));
    if (foreign) throw notInScope(foreign.name);
    return { organ, ids: all.map(one => one.id) };
  }

  /** For what all organs share. @throws UserError unless the scope is the whole installation */
  everything(scope: Scope): void {
    if (scope.keeps !== 'ALL') throw notInstallationWide();
  }

  private found(principal: Principal, permission: Permission): Scope | null {
    const { generation } = this.directory;
    let known = this.#known.get(principal.grants);
    if (known?.generation !== generation)
      this.#known.set(principal.grants, (known = { generation, scopes: new Map() }));
    let scope = known.scopes.get(permission);
    if (scope === undefined) {
      const tree = { subtree: (id: number) => this.directory.subtree(id).map(one => one.id) };
      known.scopes.set(permission, (scope = scopeOf(principal, permission, tree)));
    }
    return scope;
  }
}
