import { INSTANCES, type Instance } from '#codes';
import { CodeDirectory, OrganDirectory } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { CodeLabel, OrganLabel } from './types.ts';

/** Names for codes and organ ids, from memory: lists need no join. */
@Injectable()
export class Labels {
  constructor(
    private readonly organs: OrganDirectory,
    private readonly codes: CodeDirectory,
  ) {}

  organ(id: number): OrganLabel;
  organ(id: number | null): OrganLabel | null;
  organ(id: number | null): OrganLabel | null {
    return id ? this.organs.byId(id) : null;
  }

  /** The name of the organ above. */
  above(id: number): string | null {
    const parent = this.organs.byId(id)?.parentId;
    return parent ? (this.organs.byId(parent)?.name ?? null) : null;
  }

  instance(code: string): string {
    return INSTANCES[code as Instance] ?? code;
  }

  /** The list a code stands in. */
  listOf(code: string): string | null {
    return this.codes.finder.get(code)?.list ?? null;
  }

  code(code: string): CodeLabel;
  code(code: string | null): CodeLabel | null;
  code(code: string | null): CodeLabel | null {
    return code ? (this.codes.finder.get(code) ?? { code, zh: code, en: code }) : null;
  }
}
