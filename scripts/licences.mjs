// npm run licences: writes docs/licences.md, the licences of everything the product runs on, from the lock file and the
// installed packages. -- check: fails when that file is out of date. An unknown or incompatible licence fails both.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const page = path.join(root, 'docs/licences.md');

/** Licences that software under Apache-2.0 may be distributed with: they ask for their notice and nothing else. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
]);

/** Whether an SPDX expression can be met: one side of OR, both sides of AND. */
export function isCompatible(expression) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  const either = bare.split(/ OR /i);
  if (either.length > 1) return either.some(isCompatible);
  const all = bare.split(/ AND /i);
  return all.length > 1 ? all.every(isCompatible) : COMPATIBLE.has(bare);
}

const nameOf = place => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

function licenceOf(place, locked) {
  const file = path.join(root, place, 'package.json');
  const own = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const said = own.license ?? own.licenses?.map(one => one.type ?? one).join(' OR ') ?? locked.license;
  return (typeof said === 'object' ? said?.type : said) ?? 'UNKNOWN';
}

/** Every production dependency of the lock file, also those of other platforms, once for each version. */
export function productionDependencies(lock) {
  const rows = Object.entries(lock.packages)
    .filter(([place, { dev, link }]) => place.startsWith('node_modules/') && !dev && !link)
    .map(([place, locked]) => ({
      name: nameOf(place),
      version: locked.version,
      licence: licenceOf(place, locked),
    }));
  const unique = new Map(rows.map(row => [`${row.name}@${row.version}`, row]));
  return [...unique.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

export function pageOf(rows) {
  const licences = [...new Set(rows.map(row => row.licence))].sort();
  const summary = licences.map(one => `${one} ${rows.filter(row => row.licence === one).length}`);
  const name = Math.max(7, ...rows.map(row => row.name.length));
  const version = Math.max(7, ...rows.map(row => row.version.length));
  const licence = Math.max(7, ...rows.map(row => row.licence.length));
  const line = cells =>
    `| ${cells[0].padEnd(name)} | ${cells[1].padEnd(version)} | ${cells[2].padEnd(licence)} |`;
  return [
    '# Licences of what the product runs on',
    '',
    'Written by `npm run licences`. Do not edit. All of them may be distributed with software under Apache-2.0.',
    '',
    `${rows.length} packages: ${summary.join(', ')}.`,
    '',
    line(['package', 'version', 'licence']),
    `| ${'-'.repeat(name)} | ${'-'.repeat(version)} | ${'-'.repeat(licence)} |`,
    ...rows.map(row => line([row.name, row.version, row.licence])),
    '',
  ].join('\n');
}

export function incompatible(rows) {
  return rows.filter(({ licence }) => !isCompatible(licence));
}

function main() {
  const rows = productionDependencies(
    JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
  );
  const wrong = incompatible(rows);
  for (const { name, version, licence } of wrong)
    console.error(`${name} ${version}: ${licence} is not known to be compatible with Apache-2.0`);
  if (wrong.length) return (process.exitCode = 1);
  const wanted = pageOf(rows);
  const current = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  if (process.argv[2] === 'check') {
    if (current === wanted) return console.log(`${rows.length} packages, all compatible`);
    console.error('docs/licences.md is out of date: npm run licences');
    return (process.exitCode = 1);
  }
  fs.writeFileSync(page, wanted);
  console.log(`${rows.length} packages written to docs/licences.md`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
