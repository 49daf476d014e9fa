import type { FileBucket } from '#config';
import type { Keyring } from '#protection';
import { FileStore } from '../files.ts';
import { BucketPlace } from './bucket-place.ts';
import type { FilePlace } from './file-place.ts';
import { FolderPlace } from './folder-place.ts';
import { TemporaryFiles } from './temporary-files.ts';

/** Where the files of an installation are. */
export interface Files {
  readonly place: FilePlace;
  readonly temporary: TemporaryFiles;
}

export interface FileSettings {
  readonly dataDir: string;
  readonly fileBucket: FileBucket | null;
}

export function openFiles({ dataDir, fileBucket }: FileSettings): Files {
  const temporary = new TemporaryFiles(dataDir);
  const place = fileBucket ? new BucketPlace(fileBucket, temporary) : new FolderPlace(dataDir);
  return { place, temporary };
}

export function openFileStore(settings: FileSettings, keyring: Keyring, limitBytes = Infinity): FileStore {
  const { place, temporary } = openFiles(settings);
  return new FileStore(place, temporary, limitBytes, keyring);
}
