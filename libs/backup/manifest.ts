import { z } from 'zod';

/** Changes whenever an older program could not read the file any more. */
export const FORMAT = 1;

/** First entry of a backup, so that a reader knows at once what it holds. */
export const HEADER = 'anjuan.json';
/** Last entry: a file that does not end in it was interrupted. */
export const MANIFEST = 'manifest.json';

export const headerSchema = z.object({ format: z.number(), version: z.string(), takenAt: z.string() });
export type Header = z.infer<typeof headerSchema>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number(),
  sha256,
});

const sequenceSchema = z.object({ name: z.string(), value: z.string(), called: z.boolean() });

const documentsSchema = z.object({
  count: z.number(),
  bytes: z.number(),
  /**
   * Over one line `key bytes sha256` for each document, in the order of their keys. A key is the SHA-256 of the clear
   * content; what lies in the store, and in the backup, may be encrypted.
   */
  sha256,
  /** Named by a row, but not in the store when the backup was taken. */
  missing: z.array(z.string()),
  /** In the store with another content than their key says; kept in the backup as they are, never restored. */
  damaged: z.array(z.string()),
});

const figuresSchema = z.object({
  /** SHA-256 of the definitions they were counted by: a newer program may count otherwise. */
  definitions: sha256,
  values: z.record(z.string(), z.number()),
});

export const manifestSchema = headerSchema.extend({
  /** Of the PostgreSQL server it was taken from. */
  server: z.string(),
  /** The database's own migrations, in the order they were applied. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(sequenceSchema),
  documents: documentsSchema,
  /** Null: the database did not stand at the version of the program that took the backup. */
  figures: figuresSchema.nullable(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableSum = z.infer<typeof tableSchema>;
export type SequenceValue = z.infer<typeof sequenceSchema>;
export type DocumentsSum = z.infer<typeof documentsSchema>;
export type FigureSums = z.infer<typeof figuresSchema>;
