import { cleanFileName } from '#ledger';
import { FileStore, FileTooLargeError } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ReceivedFile } from '../../ledger/receive-file.ts';
import { tooLarge } from '../../ledger/file-too-large.ts';
import { documentTypeOf } from './document-type.ts';
import { documentTypeRefused } from './document-refusals.ts';

/** 接收材料: keeps an uploaded document of a case. What is of another type, or breaks off, is refused and not kept. */
@Injectable()
export class ReceiveDocument {
  constructor(private readonly files: FileStore) {}

  /** @throws UserError for a file that is too large, broken, or of a type cases do not keep, whatever its name says */
  async execute(content: Readable, givenName: string): Promise<ReceivedFile> {
    try {
      return { name: cleanFileName(givenName), ...(await this.files.put(content, inspect)) };
    } catch (error) {
      throw error instanceof FileTooLargeError ? tooLarge(error) : error;
    }
  }
}

async function inspect(path: string): Promise<void> {
  if ((await documentTypeOf(path)) === null) throw documentTypeRefused();
}
