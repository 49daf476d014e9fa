import { httpRefusal } from '../protection/http-refusal.ts';

const EXPORT_AGAIN = { zh: '请重新导出。', en: 'Export again.' };
const NEW_LINK = {
  zh: '请重新查询该导出或者案件,用新的链接下载。',
  en: 'Ask for the export or the case again and download with the new link.',
};

export const noUpload = () =>
  httpRefusal(
    400,
    'UPLOAD_MISSING',
    { zh: '请求中没有上传的文件。', en: 'There is no uploaded file in the request.' },
    {
      zh: '请用 multipart/form-data 上传一个名为 file 的文件。',
      en: 'Upload one part named file as multipart/form-data.',
    },
  );

export const unknownExport = () =>
  httpRefusal(404, 'EXPORT_UNKNOWN', { zh: '没有这份导出。', en: 'There is no such export.' }, EXPORT_AGAIN);

export const unknownFile = () =>
  httpRefusal(
    404,
    'FILE_UNKNOWN',
    { zh: '没有这份文件,或您无权查阅。', en: 'There is no such file, or you may not see it.' },
    { zh: '从案件中选择文书或者材料。', en: 'Choose a letter or document of the case.' },
  );

export const fileGone = () =>
  httpRefusal(
    410,
    'FILE_GONE',
    { zh: '文件已不在服务器上。', en: 'The file is no longer on the server.' },
    EXPORT_AGAIN,
  );

export const linkInvalid = () =>
  httpRefusal(
    403,
    'LINK_INVALID',
    { zh: '下载链接无效,或属于其他账号。', en: 'The link is not valid, or belongs to another account.' },
    NEW_LINK,
  );

export const linkExpired = () =>
  httpRefusal(410, 'LINK_EXPIRED', { zh: '下载链接已过期。', en: 'The link has expired.' }, NEW_LINK);
