/** 文件存放处: where files lie by their keys, encrypted or not. It never sees the keys of encryption. */
export interface FilePlace {
  /** What a person would look for. */
  nameOf(key: string): string;
  has(key: string): Promise<boolean>;
  /** The first bytes. @throws FileMissingError */
  head(key: string, bytes: number): Promise<Buffer>;
  /** Lends what lies there as a local file that must not be changed. @throws FileMissingError */
  lend<T>(key: string, work: (file: string) => Promise<T>): Promise<T>;
  /** Takes a finished local file in; nobody ever finds half of it. @returns false: there is one, which stays as it is */
  add(key: string, file: string): Promise<boolean>;
  /** The same in place of the one there is. */
  replace(key: string, file: string): Promise<void>;
  /** All keys in their order; one that is written meanwhile may be among them or not. */
  keys(): AsyncGenerator<string>;
}

const KEY = /^[0-9a-f]{64}$/;

export const isFileKey = (text: string): boolean => KEY.test(text);

/** The same in a folder and in a bucket, so that any tool can copy one into the other. @throws Error for what is no key */
export function pathOfKey(key: string): string {
  if (!isFileKey(key)) throw new Error('not a file key');
  return `files/${key.slice(0, 2)}/${key}`;
}

/** There is no such file. It has the system's own code, in every place. */
export class FileMissingError extends Error {
  readonly code = 'ENOENT';

  constructor(name: string, options?: ErrorOptions) {
    super(`ENOENT: no such file: ${name}`, options);
  }
}
