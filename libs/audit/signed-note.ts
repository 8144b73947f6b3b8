/**
 * Signed notes (c2sp.org/signed-note): a text, an empty line, one line per signature. Ed25519 signatures of a log and timestamped
 * cosignatures of a witness (c2sp.org/tlog-cosignature) are known; a line of another key is kept and says nothing.
 */
import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

const ED25519 = 1;
const COSIGNATURE = 4;
const KEY_ID_BYTES = 4;
const SECRET_PREFIX = 'PRIVATE+KEY+';

/** ASN.1 around 32 raw bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key as `name+id+base64`: the text that auditors pin. */
export type NoteKey = {
  readonly text: string;
  readonly name: string;
  /** First four bytes of SHA-256 over name, line break, type and key: hex. */
  readonly id: string;
  readonly kind: 'log' | 'witness';
  readonly publicKey: KeyObject;
};

/** Where a private key lives: in a file, or in a module that never hands it out (HSM, KMS). */
export interface NoteSigner {
  readonly key: NoteKey;
  /** 64 bytes of Ed25519. */
  sign(message: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

export type NoteSignature = { readonly name: string; readonly id: string; readonly bytes: Buffer };
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Not a signed note, or not a key: says what is wrong. */
export class NotANote extends Error {
  readonly code = 'note.malformed';
}

function keyIdOf(name: string, typed: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), typed]);
  return hash('sha256', bytes).slice(0, 2 * KEY_ID_BYTES);
}

function isName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name);
}

/** @throws {@link NotANote} */
export function noteKey(text: string): NoteKey {
  const [name = '', id = '', base64 = '', ...more] = splitKey(text.trim());
  const typed = Buffer.from(base64, 'base64');
  const type = typed[0];
  const isWhole = isName(name) && typed.length === 33 && more.length === 0;
  if (!isWhole || (type !== ED25519 && type !== COSIGNATURE) || keyIdOf(name, typed) !== id) {
    throw new NotANote(`"${text.trim().slice(0, 100)}" is not a key: it reads name+id+base64`);
  }
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  const kind = type === ED25519 ? 'log' : 'witness';
  return { text: text.trim(), name, id, kind, publicKey };
}

/** Base64 has plus signs of its own. */
function splitKey(text: string): string[] {
  const [name = '', id = '', ...rest] = text.split('+');
  return rest.length === 0 ? [name, id] : [name, id, rest.join('+')];
}

/** @param seed 32 bytes */
export function secretKeyText(name: string, seed: Uint8Array, kind: NoteKey['kind']): string {
  const { key } = signerOf(name, seed, kind);
  const typed = Buffer.concat([Buffer.of(kind === 'log' ? ED25519 : COSIGNATURE), seed]);
  return `${SECRET_PREFIX}${name}+${key.id}+${typed.toString('base64')}`;
}

/** The key of a text made by {@link secretKeyText}. The text never stands in what it throws. */
export function fileSigner(secret: string): NoteSigner {
  const [name = '', id = '', base64 = ''] = splitKey(secret.trim().slice(SECRET_PREFIX.length));
  const typed = Buffer.from(base64, 'base64');
  const isWhole = secret.startsWith(SECRET_PREFIX) && isName(name) && typed.length === 33;
  const kind = typed[0] === COSIGNATURE ? 'witness' : 'log';
  const signer = isWhole ? signerOf(name, typed.subarray(1), kind) : null;
  if (signer?.key.id !== id) {
    throw new NotANote('this is not a private key: it reads PRIVATE+KEY+name+id+base64');
  }
  return signer;
}

function signerOf(name: string, seed: Uint8Array, kind: NoteKey['kind']): NoteSigner {
  if (!isName(name)) throw new NotANote(`"${name}" is not a name: no blanks and no plus sign`);
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(secret);
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const typed = Buffer.concat([Buffer.of(kind === 'log' ? ED25519 : COSIGNATURE), raw]);
  const id = keyIdOf(name, typed);
  const text = `${name}+${id}+${typed.toString('base64')}`;
  return {
    key: { text, name, id, kind, publicKey },
    sign: (message) => sign(null, message, secret),
  };
}

/** One signature line, without its line break. */
export async function signatureLine(text: string, signer: NoteSigner): Promise<string> {
  const signature = await signer.sign(Buffer.from(text, 'utf8'));
  return line(signer.key, signature);
}

/** One cosignature line: that at `seconds` since 1970 the witness had seen nothing inconsistent with this text. */
export async function cosignatureLine(
  text: string,
  signer: NoteSigner,
  seconds: number,
): Promise<string> {
  const signature = await signer.sign(cosigned(text, seconds));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return line(signer.key, Buffer.concat([time, signature]));
}

function cosigned(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');
}

function line({ name, id }: NoteKey, bytes: Uint8Array): string {
  const base64 = Buffer.concat([Buffer.from(id, 'hex'), bytes]).toString('base64');
  return `\u2014 ${name} ${base64}`;
}

export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.map((it) => `${it}\n`).join('')}`;
}

/** @throws {@link NotANote} */
export function readNote(note: string): SignedNote {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) throw new NotANote('a note ends with signature lines');
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  return { text, signatures };
}

/** @throws {@link NotANote} */
export function readSignature(line: string): NoteSignature {
  const match = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const bytes = Buffer.from(match?.[2] ?? '', 'base64');
  if (match === null || bytes.length <= KEY_ID_BYTES) {
    throw new NotANote(`"${line.slice(0, 100)}" is not a signature line`);
  }
  const id = bytes.subarray(0, KEY_ID_BYTES).toString('hex');
  return { name: match[1]!, id, bytes: bytes.subarray(KEY_ID_BYTES) };
}

/** Of `keys` those with a valid signature; a line of a known key that does not hold makes the note `forged`. */
export function signedBy(
  { text, signatures }: SignedNote,
  keys: readonly NoteKey[],
): { readonly signers: readonly NoteKey[]; readonly forged: readonly NoteKey[] } {
  const signers: NoteKey[] = [];
  const forged: NoteKey[] = [];
  for (const { name, id, bytes } of signatures) {
    const key = keys.find((it) => it.name === name && it.id === id);
    if (key !== undefined) (holds(text, key, bytes) ? signers : forged).push(key);
  }
  return { signers, forged };
}

function holds(text: string, { kind, publicKey }: NoteKey, bytes: Buffer): boolean {
  if (kind === 'log') return verify(null, Buffer.from(text, 'utf8'), publicKey, bytes);
  if (bytes.length !== 72) return false;
  const seconds = Number(bytes.readBigUInt64BE(0));
  return verify(null, cosigned(text, seconds), publicKey, bytes.subarray(8));
}
