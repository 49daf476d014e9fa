import {
  AssignCases,
  DeclareConflict,
  IssueLetter,
  RecordReturnedMail,
  RecordService,
  Recuse,
  RegisterApplication,
  TakeStep,
} from '#casework';
import type { Principal } from '#identity';
import type { INestApplicationContext, Type } from '@nestjs/common';

type Run = (app: INestApplicationContext, actor: Principal, input: never) => Promise<unknown>;

const of = <T>(app: INestApplicationContext, type: Type<T>): T => app.get(type, { strict: false });

/** The commands whose process is killed, as a resolver would call them. */
export const COMMANDS = {
  registerApplication: (app, actor, input) => of(app, RegisterApplication).execute(actor, input),
  takeStep: (app, actor, input) => of(app, TakeStep).execute(actor, input),
  assignCases: (app, actor, input) => of(app, AssignCases).many(actor, input),
  recuse: (app, actor, input) => of(app, Recuse).execute(actor, input),
  declareConflict: (app, actor, input) => of(app, DeclareConflict).declare(actor, input),
  issueLetter: (app, actor, input) => of(app, IssueLetter).execute(actor, input),
  recordService: (app, actor, input) => of(app, RecordService).execute(actor, input),
  recordReturnedMail: (app, actor, input) => of(app, RecordReturnedMail).execute(actor, input),
} as const satisfies Record<string, Run>;

export type CommandName = keyof typeof COMMANDS;

/** One command, by whom and with what. */
export interface Command {
  readonly name: CommandName;
  readonly actor: Principal;
  readonly input: object;
}

export const run = (app: INestApplicationContext, { name, actor, input }: Command): Promise<unknown> =>
  COMMANDS[name](app, actor, input as never);
