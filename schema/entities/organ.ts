import { defineEntity, p } from '@mikro-orm/core';
import { ofOrgan } from '../policies.ts';
import { CodeItemEntity } from './codes.ts';

/** 函头: what an organ's letters say of it besides its name. */
export interface Letterhead {
  /** 机关代字, with which its document numbers begin. */
  mark?: string | null;
  /** 行政复议机构, the department that does the organ's reconsideration work. */
  office?: string | null;
  address?: string | null;
  telephone?: string | null;
}

/** 行政机关: a government, department or authorised organisation; a tree. `path` is `/1/5/9/`, kept by the writer. */
export const OrganEntity = defineEntity({
  name: 'Organ',
  tableName: 'organ',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    name: p.text(),
    level: () => p.manyToOne(CodeItemEntity).nullable().fieldName('level').deleteRule('restrict'),
    parent: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    path: p.text().index(),
    letterhead: p.json<Letterhead>().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version().default(1),
  },
  checks: [
    { name: 'organ_name_not_blank', expression: "btrim(name) <> ''" },
    { name: 'organ_path_ends_with_id', expression: "path ~~ (('%/'::text || id) || '/'::text)" },
  ],
  uniques: [
    {
      name: 'organ_parent_name_unique',
      expression: 'create unique index organ_parent_name_unique on organ (coalesce(parent_id, 0), name)',
    },
  ],
});

/** 负责人、承办人: a person acting for an organ, known by name. */
export const OfficialEntity = defineEntity({
  name: 'Official',
  tableName: 'official',
  properties: {
    id: p.integer().primary().autoincrement(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    name: p.text(),
    post: p.text().nullable(),
  },
  uniques: [{ properties: ['organ', 'name'] }],
  policies: ofOrgan('official'),
  checks: [{ name: 'official_name_not_blank', expression: "btrim(name) <> ''" }],
});
