// npm run audit: production dependencies with known vulnerabilities, high or critical, end it with an error. A registry
// that answers no audit (a mirror, no network) is told and is no error: there is nothing to judge by.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What npm's answer means: vulnerabilities to mend, or null when there was no answer. */
export function findingsOf(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return null;
  }
  if (!report?.vulnerabilities || !report.metadata) return null;
  return Object.values(report.vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity, range, fixAvailable }) => {
      const mend = fixAvailable ? 'a fixed version is available' : 'override or replace it';
      return `${name} ${range}: ${severity}; ${mend}`;
    });
}

function main() {
  const npm = process.env.npm_execpath;
  const args = ['audit', '--omit=dev', '--json'];
  const [command, all] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
  const { stdout } = spawnSync(command, all, { cwd: root, encoding: 'utf8' });
  const findings = findingsOf(stdout);
  if (findings === null) return console.log('not checked: the registry answers no audit');
  for (const finding of findings) console.error(finding);
  console.log(`${findings.length} production dependencies with high or critical vulnerabilities`);
  process.exitCode = findings.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
