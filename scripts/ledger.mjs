// npm run ledger -- check FILE | import FILE --organ CODE
import { runCommand } from './command.mjs';

await runCommand('ledger');
