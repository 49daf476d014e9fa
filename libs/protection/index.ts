export * from './field-cipher.ts';
export * from './file-cipher.ts';
export * from './key-file.ts';
export * from './keyring.ts';
