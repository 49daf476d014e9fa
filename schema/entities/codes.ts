import { defineEntity, p } from '@mikro-orm/core';

/** 代码项: one item of a versioned code list; the living copy of `#codes`. */
export const CodeItemEntity = defineEntity({
  name: 'CodeItem',
  tableName: 'code_item',
  properties: {
    code: p.text().primary(),
    list: p.text(),
    zh: p.text(),
    en: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    ordinal: p.integer(),
    parent: () => p.manyToOne(CodeItemEntity).nullable().deleteRule('restrict'),
    class: p.text().nullable(),
    synonyms: p.array().columnType('text[]'),
    tag: p.enum(['V', 'A', 'LOCAL']),
    version: p.integer().version().default(1),
  },
  checks: [
    {
      name: 'code_item_validity',
      expression: 'valid_from is null or valid_to is null or valid_from < valid_to',
    },
  ],
  indexes: [{ properties: ['list', 'ordinal'] }],
});

/** 代码对照: where the cases of a code are counted in another edition of the list. */
export const CodeMappingEntity = defineEntity({
  name: 'CodeMapping',
  tableName: 'code_mapping',
  properties: {
    from: () => p.manyToOne(CodeItemEntity).primary().fieldName('from_code').deleteRule('restrict'),
    edition: p.text().primary(),
    to: () => p.manyToOne(CodeItemEntity).fieldName('to_code').deleteRule('restrict'),
    tag: p.enum(['V', 'A', 'LOCAL']),
  },
});
