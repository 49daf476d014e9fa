import { cleanFileName, openLedger } from '#ledger';
import { FileStore, FileTooLargeError } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { tooLarge } from './file-too-large.ts';
import { asUserError, type UploadedFile } from './ledger-reading.ts';

export interface ReceivedFile extends UploadedFile {
  bytes: number;
}

/** 接收文件: keeps an uploaded ledger. What its content shows to be something else is refused and not kept. */
@Injectable()
export class ReceiveFile {
  constructor(private readonly files: FileStore) {}

  /** @throws UserError for a file that is too large or no spreadsheet, whatever its name says */
  async execute(content: Readable, givenName: string): Promise<ReceivedFile> {
    const name = cleanFileName(givenName);
    try {
      return { name, ...(await this.files.put(content, path => inspect(path, name))) };
    } catch (error) {
      throw error instanceof FileTooLargeError ? tooLarge(error) : asUserError(error);
    }
  }
}

async function inspect(path: string, name: string): Promise<void> {
  const file = await openLedger(path, name);
  await file.close();
}
