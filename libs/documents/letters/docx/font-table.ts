/** The official faces, and the names under which their likes are installed where they are not. */
const ALIKE = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  黑体: ['SimHei', '华文细黑', 'STXihei', 'Noto Sans CJK SC'],
} as const;

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** 134: GB 2312, in hexadecimal as the format wants it. */
const CHARSET = '86';

/** The library writes an empty table; this one lets an office suite find another face of the same kind. */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<w:fonts xmlns:w="${MAIN}">`,
  ...Object.entries(ALIKE).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="${CHARSET}"/>` +
      '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
  ),
  '</w:fonts>',
].join('');
