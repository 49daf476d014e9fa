// npm run backup [-- TARGET] | npm run restore -- SOURCE | npm run drill:restore [-- SOURCE]: on DATABASE_URL, or on the
// data of `npm start`. A backup may be taken beside a running `npm start`; restoring needs the data for itself.
import { runCommand } from './command.mjs';

const [action, ...args] = process.argv.slice(2);
await runCommand('backup', [action, ...args], {
  database: !(action === 'drill' && args.length), // a drill with a file touches no data at all
  alone: action === 'restore',
});
