import { rmSync } from 'node:fs';

const leftovers = new Set<string>();

process.on('exit', () => {
  for (const place of leftovers) rmSync(place, { recursive: true, force: true });
});

/**
 * Takes a temporary file or folder away even when the process is told to stop in between.
 * @returns a function that forgets it
 */
export function removeAtExit(place: string): () => void {
  leftovers.add(place);
  return () => void leftovers.delete(place);
}
