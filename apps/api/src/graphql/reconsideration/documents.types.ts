import { DOCUMENT_KINDS, DOCUMENT_TYPES } from '#schema';
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Instant } from '../shared/scalars.ts';

type Kind = keyof typeof DOCUMENT_KINDS;

export const DocumentKindEnum = enumOf(Object.keys(DOCUMENT_KINDS) as Kind[]);
registerEnumType(DocumentKindEnum, {
  name: 'DocumentKind',
  description: '材料种类',
  valuesMap: Object.fromEntries(
    Object.entries(DOCUMENT_KINDS).map(([kind, { zh, en }]) => [kind, { description: `${zh} ${en}` }]),
  ),
});
export const DocumentTypeEnum = enumOf(DOCUMENT_TYPES);
registerEnumType(DocumentTypeEnum, { name: 'DocumentType', description: '文件类型, found by content.' });

@ObjectType({ description: '案件材料: a file that was put to a case.' })
export class CaseDocument {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => DocumentKindEnum) kind: Kind;
  @Field(() => DocumentTypeEnum) type: (typeof DOCUMENT_TYPES)[number];
  @Field(() => Float) bytes: number;
  @Field(() => String, { description: 'Of the content.' }) sha256: string;
  @Field(() => String, { description: 'A link for whoever asked, for ten minutes.' }) url: string;
  @Field(() => Instant) attachedAt: string;
  @Field(() => String, { nullable: true }) attachedBy: string | null;
}

@InputType()
export class AttachDocumentArgs {
  @Field(() => ID) case: string;
  @Field(() => String, {
    description: 'The client’s own id of this request; sent twice, it is one document.',
  })
  requestId: string;
  @Field(() => String, { description: 'As POST /documents has answered it.' }) key: string;
  @Field(() => String) title: string;
  @Field(() => DocumentKindEnum) kind: Kind;
}
