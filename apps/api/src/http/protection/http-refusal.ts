import { UserError, type Text } from '#casework';
import { HttpException } from '@nestjs/common';

/** A request refused before or beside GraphQL: its status, and the same code, words and remedy as everywhere. */
export class HttpRefusal extends HttpException {
  constructor(
    status: number,
    readonly refusal: UserError,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.message, status);
  }
}

export const httpRefusal = (status: number, code: string, text: Text, remedy: Text): HttpRefusal =>
  new HttpRefusal(status, new UserError(code, text, remedy));
