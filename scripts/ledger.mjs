// npm run ledger -- check FILE | import FILE --organ CODE: on DATABASE_URL, or on the data of `npm start`, running or not.
import { runCommand } from './command.mjs';

await runCommand('ledger', process.argv.slice(2));
