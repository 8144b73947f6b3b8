/**
 * The signing key as a file that its owner alone can read. Invariant: the secret never stands in a message; a key that others
 * could have read is refused.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileSigner, secretKeyText, type NoteKey, type NoteSigner } from '../audit';
import { failure } from '../service';

const OTHERS = 0o077;

/** @throws failure `key.missing`, `key.too-open`, `key.malformed` */
export function keyFromFile(path: string): NoteSigner {
  let text: string;
  try {
    if ((statSync(path).mode & OTHERS) !== 0) {
      throw failure(
        'key.too-open',
        `the signing key ${path} can be read by others than its owner`,
        `chmod 600 ${path}; if others may have read it, make a new key and rotate (docs/audit.md)`,
      );
    }
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'key.too-open') throw cause;
    throw failure(
      'key.missing',
      `the signing key ${path} cannot be read`,
      'make one with "dondoc key new", or correct DONDOC_SIGNING_KEY_FILE',
      cause,
    );
  }
  try {
    return fileSigner(text);
  } catch (cause) {
    throw failure(
      'key.malformed',
      `what lies in ${path} is not a signing key`,
      'restore the file, or make a key with "dondoc key new" and rotate (docs/audit.md)',
      cause,
    );
  }
}

/** Makes a key unless the file is there: a key that has signed is never written over. */
export function makeKeyFile(
  path: string,
  { name, kind }: { readonly name: string; readonly kind: NoteKey['kind'] },
): NoteSigner {
  // The folder is its owner's alone; those above it, where they are made, are as any other.
  mkdirSync(dirname(dirname(path)), { recursive: true });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = secretKeyText(name, randomBytes(32), kind);
  try {
    writeFileSync(path, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
  }
  return keyFromFile(path);
}
