import { defineEntity, p } from '@mikro-orm/core';

/** 密钥编号: which keys stored numbers and files were encrypted with. The keys themselves are never here. */
export const FieldKeyEntity = defineEntity({
  name: 'FieldKey',
  tableName: 'field_key',
  properties: {
    id: p.text().primary(),
    firstUsedAt: p.datetime().defaultRaw('now()'),
    /** Nothing is encrypted with it any more, or it is lost. */
    retiredAt: p.datetime().nullable(),
  },
});
