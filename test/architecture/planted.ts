import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { spawnSync } from 'node:child_process';

const root = path.resolve(import.meta.dirname, '../..');

/** A small project with the real configuration files, in which violations can be planted. */
export class PlantedProject {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'anjuan-planted-'));

  constructor() {
    for (const file of [
      'package.json',
      'tsconfig.json',
      'tsconfig.pure.json',
      '.oxlintrc.json',
      '.dependency-cruiser.mjs',
    ]) {
      cpSync(path.join(root, file), path.join(this.dir, file));
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(this.dir, 'node_modules'));
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.dir, file)), { recursive: true });
    writeFileSync(path.join(this.dir, file), text);
  }

  /** Runs a tool of the project here and gives back all it printed. */
  run(script: string, ...args: string[]): { status: number; output: string } {
    const file = path.join(root, 'node_modules', script);
    const result = spawnSync(process.execPath, [file, ...args], { cwd: this.dir, encoding: 'utf8' });
    return { status: result.status ?? -1, output: result.stdout + result.stderr };
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export function runInProject(script: string, ...args: string[]): { status: number; output: string } {
  const result = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status: result.status ?? -1, output: result.stdout + result.stderr };
}
