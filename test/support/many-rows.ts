/** A ledger of so many suits, enough to stop an import in its middle. */
export function manyRows(count: number): Buffer {
  const lines = ['序号,收到应诉通知日期,受理法院,案号,审级,原告,被告,是否经复议'];
  for (let i = 1; i <= count; i++) {
    const day = `2024/${(i % 12) + 1}/${(i % 28) + 1}`;
    lines.push(`${i},${day},某区人民法院,(2024)某01行初${i}号,一审,原告${i},某区人民政府,否`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
