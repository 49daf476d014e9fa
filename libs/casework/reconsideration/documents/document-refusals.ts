import { UserError } from '../../refusal.ts';

export const documentTypeRefused = (): UserError =>
  new UserError(
    'DOCUMENT_TYPE_REFUSED',
    {
      zh: '不是完整的PDF、DOCX、XLSX、JPEG或者PNG文件。',
      en: 'This is no whole PDF, DOCX, XLSX, JPEG or PNG file.',
    },
    {
      zh: '另存为其中一种格式后重新上传;文件打不开的,请重新扫描或者导出。',
      en: 'Save it as one of these and upload it again; scan or export anew what cannot be opened.',
    },
  );

export const documentUnknown = (): UserError =>
  new UserError(
    'FILE_UNKNOWN',
    { zh: '没有这个上传的文件。', en: 'There is no such uploaded file.' },
    { zh: '用 POST /documents 上传后,用所得的 key。', en: 'Upload it with POST /documents and use its key.' },
  );

export const titleMissing = (): UserError =>
  new UserError(
    'DOCUMENT_TITLE_INVALID',
    {
      zh: '材料名称为空或者超过200字。',
      en: 'The document has no title, or one of more than 200 characters.',
    },
    { zh: '填写材料名称。', en: 'Give it a title.' },
  );
