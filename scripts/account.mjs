// npm run account -- create LOGIN --name NAME | reset LOGIN | disable LOGIN | enable LOGIN | list: for the owner of the machine.
import { runCommand } from './command.mjs';

await runCommand('account');
