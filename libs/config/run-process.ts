import { StartError } from './start-error.ts';

/** After this time a process that does not close by itself is ended: its database may be gone already. */
const CLOSE_MS = 8000;

/**
 * Runs the main function of a process. A setting that cannot be used ends it with one line, a fault with its stack,
 * both with a non-zero status. A process that was forked ends with its parent, even when that was killed with -9.
 */
export function runProcess(main: () => Promise<void>): void {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM'); // the way every orderly stop goes
    setTimeout(() => process.exit(1), CLOSE_MS).unref();
  });
  main().catch((error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  });
}

export function describeFailure(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
