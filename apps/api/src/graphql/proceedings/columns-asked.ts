import type { ProceedingColumn } from '#queries';
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Fields whose column has another name; `kind` follows from the register, which every row has. */
const COLUMN_OF: Record<string, ProceedingColumn> = {
  organ: 'organId',
  respondent: 'respondentId',
  authority: 'authorityId',
};

/** A query that is sent again has the same tree, so what it asks is worked out once. */
const known = new WeakMap<object, ReadonlySet<ProceedingColumn>>();

/**
 * The columns behind the fields that a query asks of the nodes of a page. @skip and @include are not looked at: it
 * can be more than is answered, never less.
 */
export function columnsAsked(info: GraphQLResolveInfo): ReadonlySet<ProceedingColumn> {
  const first = info.fieldNodes[0]!;
  const columns = known.get(first) ?? collect(info);
  if (info.fieldNodes.length === 1) known.set(first, columns); // else the field is written several times: rare
  return columns;
}

function collect(info: GraphQLResolveInfo): ReadonlySet<ProceedingColumn> {
  const columns = new Set<ProceedingColumn>();
  for (const page of info.fieldNodes)
    walk(page.selectionSet, info, (field, below) => {
      if (field === 'nodes')
        walk(below, info, name => columns.add(COLUMN_OF[name] ?? (name as ProceedingColumn)));
    });
  return columns;
}

type Meet = (field: string, below: SelectionSetNode | undefined) => void;

function walk(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, meet: Meet): void {
  for (const one of set?.selections ?? []) {
    if (one.kind === Kind.FIELD) meet(one.name.value, one.selectionSet);
    else if (one.kind === Kind.INLINE_FRAGMENT) walk(one.selectionSet, info, meet);
    else walk(info.fragments[one.name.value]?.selectionSet, info, meet);
  }
}
