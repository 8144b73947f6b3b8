#!/usr/bin/env node
// @ts-check
/**
 * The offline verifier of a Dondoc evidence bundle: one file, nothing but Node itself (20.12 or later), no network.
 *
 *     node verify.mjs bundle.zip --key KEY
 *
 * It is written to be read. The sections stand in the order of docs/evidence-format.md, "What a verifier checks", and each says
 * what it proves and what it does not. It shares no code with the program that wrote the bundle: zip, canonical form, hashes,
 * tree, notes and the order of entries are written a second time here. The one thing it runs that is not its own are the
 * deciders archived in the bundle (section 9), in a room without clock, chance, files and network, in a process of its own, and
 * only for entries that are already proven to be what was signed.
 */
import * as childProcess from 'node:child_process';
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vm from 'node:vm';
import * as zlib from 'node:zlib';
import { isUtf8 } from 'node:buffer';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const FORMAT = 'dondoc.evidence.v1';
/** An entry of the ledger may have at most this many bytes. */
const MOST_ENTRY_BYTES = 61_440;
/** Files that are read as a whole (lists, not entries) may have at most this many bytes. */
const MOST_LIST_BYTES = 256 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

// ─── 0. What can be wrong ───

/**
 * Every class of fault, its exit code, and what it is called. Codes are never given to another class later.
 * @type {Readonly<Record<string, { readonly exit: number, readonly vi: string, readonly en: string }>>}
 */
export const CLASSES = {
  sound: { exit: 0, vi: 'nguyên vẹn', en: 'sound' },
  internal: { exit: 1, vi: 'lỗi của chính chương trình kiểm tra', en: 'a fault of the verifier' },
  usage: { exit: 2, vi: 'gọi sai cách', en: 'called in a wrong way' },
  io: { exit: 3, vi: 'không đọc hoặc ghi được (đĩa đầy, thiếu quyền…)', en: 'cannot read or write (disk full, no right…)' },
  'not-a-zip': { exit: 10, vi: 'không phải tệp zip', en: 'not a zip' },
  'cut-short': { exit: 11, vi: 'tệp bị cụt', en: 'cut short' },
  'zip-bomb': { exit: 12, vi: 'bom nén', en: 'zip bomb' },
  malformed: { exit: 13, vi: 'không đúng dạng gói chứng cứ', en: 'not of the form of a bundle' },
  'newer-format': { exit: 14, vi: 'dạng mới hơn chương trình này', en: 'of a newer format than this program knows' },
  'other-deployment': { exit: 15, vi: 'của hệ thống khác', en: 'of another deployment' },
  'file-altered': { exit: 16, vi: 'một tệp trong gói bị sửa', en: 'a file of the bundle is altered' },
  keys: {
    exit: 20,
    vi: 'khóa không hợp lệ, trùng số hiệu hoặc không được khóa trước giới thiệu',
    en: 'a key is none, two keys have one id, or the key before did not introduce it',
  },
  'unpinned-key': { exit: 21, vi: 'ký bằng khóa không phải khóa đã ghim', en: 'signed with a key that is not pinned' },
  signature: { exit: 22, vi: 'chữ ký không đúng', en: 'a signature does not hold' },
  witness: { exit: 23, vi: 'thiếu chữ ký của bên chứng kiến', en: 'a pinned witness has not cosigned' },
  fork: { exit: 24, vi: 'hai bản khác nhau của cùng một sổ', en: 'two different histories are signed' },
  'older-checkpoint': {
    exit: 25,
    vi: 'cũ hơn điểm chốt đang giữ: thiếu dòng',
    en: 'older than the checkpoint you hold: entries are missing',
  },
  'not-compared': {
    exit: 26,
    vi: 'không có lỗi nào khác, nhưng không so được với điểm chốt đang giữ',
    en: 'nothing else is wrong, but the checkpoint you hold could not be compared',
  },
  'entry-too-large': { exit: 30, vi: 'dòng quá 61.440 byte', en: 'an entry over 61,440 bytes' },
  'not-canonical': { exit: 31, vi: 'dòng không ở dạng chuẩn', en: 'an entry is not canonical' },
  'entry-malformed': { exit: 32, vi: 'dòng không đúng dạng', en: 'an entry is not of the form of an entry' },
  'altered-entry': { exit: 33, vi: 'dòng bị sửa', en: 'an entry is altered' },
  dropped: { exit: 34, vi: 'dòng bị bỏ', en: 'an entry is dropped' },
  duplicated: { exit: 35, vi: 'dòng bị lặp', en: 'an entry stands twice' },
  inserted: { exit: 36, vi: 'dòng được chèn thêm', en: 'an entry is inserted' },
  reordered: { exit: 37, vi: 'dòng bị đổi chỗ', en: 'entries changed places' },
  chain: { exit: 38, vi: 'chuỗi băm của luồng bị đứt', en: 'the chain of a stream is broken' },
  'stream-split': { exit: 39, vi: 'một luồng bị tách đôi', en: 'a stream is split' },
  'stream-incomplete': { exit: 40, vi: 'luồng thiếu dòng cuối hoặc thiếu cả luồng', en: 'a stream, or its end, is left out' },
  'time-back': { exit: 41, vi: 'thời gian đi lùi', en: 'time goes back' },
  'illegal-order': { exit: 42, vi: 'sự kiện không theo lệnh của nó', en: 'an event does not follow its command' },
  root: { exit: 43, vi: 'gốc của cây không khớp', en: 'the root of the tree is another' },
  content: { exit: 50, vi: 'tệp đính kèm bị sửa hoặc thiếu', en: 'a content is altered or missing' },
  deciders: { exit: 51, vi: 'bộ quy tắc bị sửa hoặc thiếu', en: 'deciders are altered or missing' },
  decision: { exit: 52, vi: 'quyết định không theo quy tắc', en: 'a decision that the rules do not give' },
  plan: {
    exit: 53,
    vi: 'kế hoạch (thời hạn, bậc nhắc, thẩm quyền) không theo lịch, quy chế và đơn vị khi đó',
    en: 'a plan (due times, rungs, powers) that the calendar, policies and units of then do not give',
  },
  interrupted: { exit: 130, vi: 'bị ngắt', en: 'interrupted' },
};

/**
 * Where a fault is: `sequence` and `id` of an entry, or the `file`.
 * @typedef {{ sequence?: number, id?: string, file?: string }} Where
 */

/** A fault of the bundle, with its class. Everything else that is thrown is a fault of this program or of the machine. */
export class Fault extends Error {
  /**
   * @param {string} kind a class of {@link CLASSES}
   * @param {string} vi
   * @param {string} en
   * @param {Where} [where]
   */
  constructor(kind, vi, en, where = {}) {
    super(en);
    this.kind = kind;
    this.vi = vi;
    this.where = where;
  }
}

/**
 * @param {string} file
 * @param {string} vi
 * @param {string} en
 */
const malformed = (file, vi, en) => new Fault('malformed', vi, en, { file });

// ─── Hashes ───

/** @param {Uint8Array | string} bytes @returns {Buffer} */
const sha256 = (bytes) =>
  // Ten times as many hashes as anything else are made here: one call instead of an object each.
  /** @type {Buffer} */ (/** @type {unknown} */ (crypto.hash('sha256', bytes, 'buffer')));

/** @param {Uint8Array | string} bytes */
const sha256Hex = (bytes) => crypto.hash('sha256', bytes, 'hex');

const NODE_INPUT = Buffer.alloc(65);
NODE_INPUT[0] = 1;

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). @param {Buffer} left @param {Buffer} right */
function nodeHash(left, right) {
  left.copy(NODE_INPUT, 1);
  right.copy(NODE_INPUT, 33);
  return sha256(NODE_INPUT);
}

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ entry). @param {Uint8Array} bytes */
const leafHash = (bytes) => sha256(Buffer.concat([Buffer.of(0), bytes]));

// ─── 1. The container ───
// A zip is read by its directory, which stands at its end. What is refused: what is no zip or ends too early, a name that
// stands twice or leads outside, bytes that no file of the directory owns, and files that unpack to more than is declared.
// It proves that the bundle came whole; it proves nothing about who made it.

/**
 * @typedef {object} Member A file of the zip.
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} crc
 * @property {number} packed bytes in the zip
 * @property {number} size bytes unpacked
 * @property {number} header where its local header stands
 * @property {number} data where its bytes begin
 */

/** @typedef {{ fd: number, path: string, size: number, members: Map<string, Member> }} Zip */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;

/** @param {number} fd @param {number} position @param {number} length */
function readAt(fd, position, length) {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const more = fs.readSync(fd, bytes, got, length - got, position + got);
    if (more === 0) throw new Fault('cut-short', 'tệp kết thúc quá sớm', 'the file ends too early');
    got += more;
  }
  return bytes;
}

/** @param {Buffer} bytes @param {number} at */
function uint64(bytes, at) {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw notAZip('a size is beyond all measure');
  return Number(value);
}

/** @param {string} why */
const notAZip = (why) => new Fault('not-a-zip', `mục lục của tệp zip hỏng: ${why}`, `the directory of the zip is damaged: ${why}`);

/** @param {string} file @returns {Zip} */
function openZip(file) {
  const fd = fs.openSync(file, 'r');
  try {
    const { size } = fs.fstatSync(fd);
    const first = size < 4 ? 0 : readAt(fd, 0, 4).readUInt32LE(0);
    if (first !== LOCAL) {
      throw new Fault('not-a-zip', 'tệp không bắt đầu như một tệp zip', 'the file does not begin as a zip does');
    }
    const directory = findDirectory(fd, size);
    return { fd, path: file, size, members: readDirectory(fd, directory) };
  } catch (thrown) {
    fs.closeSync(fd);
    throw thrown;
  }
}

/**
 * The directory's place. The last record stands at the very end: a comment behind it is not part of a bundle.
 * @param {number} fd
 * @param {number} size
 */
function findDirectory(fd, size) {
  const end = size < 22 ? null : readAt(fd, size - 22, 22);
  if (end === null || end.readUInt32LE(0) !== END) {
    const tail = readAt(fd, size - Math.min(size, 65_557), Math.min(size, 65_557));
    const found = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (found >= 0 && tail.length - found > 22) throw notAZip('bytes stand behind its end');
    throw new Fault('cut-short', 'không có mục lục ở cuối tệp zip', 'the directory at the end of the zip is missing');
  }
  if (end.readUInt16LE(20) !== 0) throw notAZip('it has a comment');
  const plain = { count: end.readUInt16LE(10), bytes: end.readUInt32LE(12), at: end.readUInt32LE(16), end: size - 22 };
  if (end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== plain.count) throw notAZip('it is in several parts');
  const needs64 = plain.count === 0xffff || plain.bytes === 0xffffffff || plain.at === 0xffffffff;
  const found = needs64 ? findDirectory64(fd, size) : plain;
  if (found.at + found.bytes !== found.end) throw notAZip('it is not where its end says');
  return found;
}

/** @param {number} fd @param {number} size */
function findDirectory64(fd, size) {
  const locator = size < 42 ? null : readAt(fd, size - 42, 20);
  if (locator === null || locator.readUInt32LE(0) !== LOCATOR64) throw notAZip('the locator of zip64 is missing');
  const at = uint64(locator, 8);
  if (at !== size - 42 - 56) throw notAZip('the end record of zip64 is elsewhere');
  const end = readAt(fd, at, 56);
  if (end.readUInt32LE(0) !== END64) throw notAZip('the end record of zip64 is missing');
  return { count: uint64(end, 32), bytes: uint64(end, 40), at: uint64(end, 48), end: at };
}

/**
 * @param {number} fd
 * @param {{ count: number, bytes: number, at: number }} directory
 * @returns {Map<string, Member>}
 */
function readDirectory(fd, directory) {
  if (directory.bytes > MOST_LIST_BYTES) throw new Fault('zip-bomb', 'mục lục quá lớn', 'the directory is too large');
  const bytes = readAt(fd, directory.at, directory.bytes);
  /** @type {Map<string, Member>} */
  const members = new Map();
  /** @type {Buffer[]} */
  const lines = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw notAZip('a line of it is none');
    const lengths = [28, 30, 32].map((it) => bytes.readUInt16LE(at + it));
    const length = 46 + /** @type {number} */ (lengths[0]) + /** @type {number} */ (lengths[1]) + /** @type {number} */ (lengths[2]);
    if (at + length > bytes.length) throw notAZip('a line of it is cut');
    if (lengths[2] !== 0) throw notAZip('a file has a comment');
    const line = bytes.subarray(at, at + length);
    const member = readLine(line);
    if (members.has(member.name)) throw notAZip(`${member.name} stands twice`);
    members.set(member.name, member);
    lines.push(line);
    at += length;
  }
  if (members.size !== directory.count) throw notAZip('it does not have as many lines as it says');
  const all = [...members.values()];
  if ((all[0]?.header ?? directory.at) !== 0) throw notAZip('bytes before it belong to no file');
  for (const [number, member] of all.entries())
    checkLocal(fd, member, /** @type {Buffer} */ (lines[number]), all[number + 1]?.header ?? directory.at);
  return members;
}

/** @param {Buffer} line @returns {Member} */
function readLine(line) {
  const nameBytes = line.subarray(46, 46 + line.readUInt16LE(28));
  if (!isUtf8(nameBytes)) throw notAZip('a name is not UTF-8');
  const name = nameBytes.toString('utf8');
  const parts = name.split('/');
  if (/[\\:\0-\x1f]/u.test(name) || parts.some((it) => it === '' || it === '.' || it === '..')) {
    throw new Fault('malformed', 'một tên tệp chỉ ra ngoài gói', `a name leads outside: ${JSON.stringify(name.slice(0, 100))}`, {
      file: name.slice(0, 100),
    });
  }
  const method = line.readUInt16LE(10);
  if (line.readUInt16LE(8) & 1) throw notAZip(`${name} is encrypted`);
  if (method !== 0 && method !== 8) throw notAZip(`${name} is packed in an unknown way`);
  // Made on Unix: a plain file. Elsewhere: nothing said, or an archive bit.
  const kind = line.readUInt16LE(40) & 0o170000;
  if ((kind !== 0 && kind !== 0o100000) || (line.readUInt16LE(38) & 0x18) !== 0) throw notAZip(`${name} is no plain file`);
  const wide = { size: line.readUInt32LE(24), packed: line.readUInt32LE(20), header: line.readUInt32LE(42) };
  widen(wide, line);
  const member = { name, method, crc: line.readUInt32LE(16), ...wide, data: 0 };
  if (method === 0 && member.size !== member.packed) throw notAZip(`${name} is stored and has two sizes`);
  if (method === 8 && member.size > 1024 * 1024 && member.size > 200 * member.packed) {
    throw new Fault('zip-bomb', 'một tệp nở ra quá lớn', 'a file unpacks to more than 200 times its size', { file: name });
  }
  return member;
}

/** One extra field at most, that of zip64: another could give a file a second name. @param {Buffer} extra */
function checkExtra(extra) {
  if (extra.length === 0) return;
  if (extra.length < 4 || extra.readUInt16LE(0) !== 1 || extra.readUInt16LE(2) !== extra.length - 4)
    throw notAZip('a file has an extra field that is not that of zip64');
}

/** Sizes from 4 GiB stand in an extra field. @param {{ size: number, packed: number, header: number }} wide @param {Buffer} line */
function widen(wide, line) {
  const from = 46 + line.readUInt16LE(28);
  const extra = line.subarray(from, from + line.readUInt16LE(30));
  checkExtra(extra);
  if (extra.length > 0) {
    let place = 4;
    for (const field of /** @type {const} */ (['size', 'packed', 'header'])) {
      if (wide[field] !== 0xffffffff) continue;
      if (place + 8 > extra.length) throw notAZip('a size of zip64 is missing');
      wide[field] = uint64(extra, place);
      place += 8;
    }
  }
}

/**
 * The header before the file's bytes says the same as the directory, and files stand side by side: so none is hidden
 * between them and no two share bytes.
 * @param {number} fd
 * @param {Member} member
 * @param {Buffer} line
 * @param {number} until where the next one begins
 */
function checkLocal(fd, member, line, until) {
  const { name, header } = member;
  const local = readAt(fd, header, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw notAZip(`${name} has no header`);
  const nameLength = local.readUInt16LE(26);
  const localName = readAt(fd, header + 30, nameLength);
  member.data = header + 30 + nameLength + local.readUInt16LE(28);
  checkExtra(readAt(fd, header + 30 + nameLength, local.readUInt16LE(28)));
  // Flags, method, time and date: bytes 6 to 14 of the header are bytes 8 to 16 of the line.
  const same = local.subarray(6, 14).equals(line.subarray(8, 16)) && localName.equals(line.subarray(46, 46 + line.readUInt16LE(28)));
  if (!same) throw notAZip(`the header of ${name} says something else`);
  const end = member.data + member.packed;
  const isBehind = (local.readUInt16LE(6) & 8) !== 0;
  const behind = isBehind && until > end && until - end <= 24 ? readAt(fd, end, until - end) : Buffer.alloc(0);
  if (end + behind.length !== until) throw notAZip(`${name} does not end where the next file begins`);
  const sums = isBehind
    ? describedIn(behind)
    : { crc: local.readUInt32LE(14), packed: local.readUInt32LE(18), size: local.readUInt32LE(22) };
  // Where sizes need 64 bits, the header leaves them to the directory.
  const fits =
    sums.crc === member.crc && [member.packed, 0xffffffff].includes(sums.packed) && [member.size, 0xffffffff].includes(sums.size);
  if (!fits) throw notAZip(`${name} has another checksum or size than the directory says`);
}

/** Whoever writes in one go puts checksum and sizes behind the file: with or without a mark, in 32 or 64 bits. @param {Buffer} bytes */
function describedIn(bytes) {
  const isMarked = (bytes.length === 16 || bytes.length === 24) && bytes.readUInt32LE(0) === DESCRIPTOR;
  const rest = bytes.subarray(isMarked ? 4 : 0);
  if (rest.length === 12) return { crc: rest.readUInt32LE(0), packed: rest.readUInt32LE(4), size: rest.readUInt32LE(8) };
  if (rest.length === 20) return { crc: rest.readUInt32LE(0), packed: uint64(rest, 4), size: uint64(rest, 12) };
  throw notAZip('bytes between two files belong to none');
}

/** CRC-32 of zip; Node has it since 20.15. @type {(bytes: Uint8Array, before: number) => number} */
const crc32 = zlib.crc32 ?? slowCrc32;

/** @param {Uint8Array} bytes @param {number} before */
function slowCrc32(bytes, before) {
  let crc = ~before;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/**
 * A file's bytes, unpacked, piece by piece; in the end their number and checksum must be those of the directory.
 * @param {Zip} zip
 * @param {Member} member
 * @returns {AsyncGenerator<Buffer, void>}
 */
async function* unpacked(zip, member) {
  let crc = 0;
  let size = 0;
  const pieces = member.method === 0 ? packedPieces(zip, member) : inflated(zip, member);
  for await (const piece of pieces) {
    crc = crc32(piece, crc);
    size += piece.length;
    if (size > member.size) {
      throw new Fault('zip-bomb', 'tệp nở ra quá kích thước đã khai', 'the file unpacks to more than its directory says', {
        file: member.name,
      });
    }
    yield piece;
  }
  if (size !== member.size || crc !== member.crc) throw altered(member.name);
}

/** @param {string} file */
const altered = (file) =>
  new Fault('file-altered', 'nội dung tệp không khớp mã kiểm tra', 'its bytes are not those it was packed with', { file });

/** @param {Zip} zip @param {Member} member */
function* packedPieces({ fd }, { data, packed }) {
  for (let at = 0; at < packed; at += CHUNK_BYTES) {
    yield readAt(fd, data + at, Math.min(CHUNK_BYTES, packed - at));
  }
}

/** @param {Zip} zip @param {Member} member @returns {AsyncGenerator<Buffer, void>} */
async function* inflated(zip, member) {
  const inflate = zlib.createInflateRaw();
  const feed = async () => {
    for (const piece of packedPieces(zip, member)) {
      if (!inflate.write(piece)) await new Promise((resolve) => inflate.once('drain', resolve));
    }
    inflate.end();
  };
  const feeding = feed().catch((/** @type {Error} */ thrown) => inflate.destroy(thrown));
  try {
    yield* inflate;
    await feeding;
  } catch (thrown) {
    const { code = '' } = /** @type {NodeJS.ErrnoException} */ (thrown);
    throw code.startsWith('Z_') ? altered(member.name) : thrown;
  } finally {
    inflate.destroy();
  }
  if (inflate.bytesWritten !== member.packed) throw altered(member.name);
}

/** A whole file. @param {Zip} zip @param {string} name */
async function wholeFile(zip, name) {
  const member = memberOf(zip, name);
  if (member.size > MOST_LIST_BYTES) {
    throw new Fault('zip-bomb', 'tệp danh mục quá lớn', `a list of more than ${MOST_LIST_BYTES} bytes`, { file: name });
  }
  const pieces = [];
  for await (const piece of unpacked(zip, member)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** @param {Zip} zip @param {string} name @returns {Member} */
function memberOf(zip, name) {
  const member = zip.members.get(name);
  if (member === undefined) throw malformed(name, 'thiếu tệp', 'the file is missing');
  return member;
}

// ─── JSON, strictly ───

/** @typedef {any} Json What JSON text held; every use of it checks first what it is. */

/**
 * What is not canonical (RFC 8785) about a text, or null. JSON.parse forgives much: what it read is written again, in the
 * one way there is, and compared. A key that stood twice, a blank, another order, another way to write a number: all differ.
 * @param {string} text
 * @param {Json} value what JSON.parse made of it
 */
function notCanonical(text, value) {
  if (JSON.stringify(value) === text && isInOrder(value) && !/\\ud[89a-f]/u.test(text)) return null;
  const problem = problemOf(value, '$');
  if (problem !== null) return problem;
  return canonical(value) === text ? null : differenceOf(text, value);
}

/** Keys rise and numbers are exact. @param {Json} value @returns {boolean} */
function isInOrder(value) {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) if (!isInOrder(value[at])) return false;
    return true;
  }
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !isInOrder(value[key])) return false;
    before = key;
  }
  return true;
}

/** What has no canonical form at all. @param {Json} value @param {string} place @returns {string | null} */
function problemOf(value, place) {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return `a number of 2^53 or more at ${place}`;
  if (typeof value === 'string' && !value.isWellFormed()) return `half a character (lone surrogate) at ${place}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    if (!key.isWellFormed()) return `half a character (lone surrogate) in a key at ${place}`;
    const problem = problemOf(value[key], Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`);
    if (problem !== null) return problem;
  }
  return null;
}

/** RFC 8785 section 3.2: keys by UTF-16 code units, numbers and strings as ECMAScript writes them, no blanks. @param {Json} value @returns {string} */
function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

/** @param {string} text @param {Json} value */
function differenceOf(text, value) {
  const keys = text.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/gu) ?? [];
  if (keys.length > countKeys(value)) return 'a key stands twice in one object';
  if (/^\s|\s$|[{,:[]\s|\s[}\],:]/u.test(text.replace(/"(?:[^"\\]|\\.)*"/gu, '""'))) return 'blanks stand between its parts';
  return 'order of keys, or the form of a number or a string';
}

/** @param {Json} value @returns {number} */
function countKeys(value) {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum, it) => sum + countKeys(it), own);
}

/** @param {Buffer} bytes @param {string} file @returns {Json} */
function parseFile(bytes, file) {
  try {
    if (!isUtf8(bytes)) throw new Error('not UTF-8');
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw malformed(file, 'không phải JSON', 'it is not JSON');
  }
}

/** As `parseFile`, and no key stands twice: two programs would read two things. @param {Buffer} bytes @param {string} file @returns {Json} */
function parseStrictly(bytes, file) {
  const value = parseFile(bytes, file);
  // String after string: only those before a colon are keys.
  let keys = 0;
  for (const [text] of bytes.toString('utf8').matchAll(/"(?:[^"\\]|\\.)*"\s*:?/gu)) if (text.endsWith(':')) keys += 1;
  if (keys !== countKeys(value)) throw malformed(file, 'một khóa JSON đứng hai lần', 'a key stands twice in one object');
  return value;
}

/** @param {Json} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
/** @param {Json} value @returns {value is Record<string, Json>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {Json} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value !== '';
const HEX = /^[0-9a-f]{64}$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** A day and a time that there are. @param {Json} value */
function isInstant(value) {
  if (knownInstants.has(value)) return true;
  if (!INSTANT.test(value)) return false;
  const at = Date.parse(value);
  if (Number.isNaN(at) || new Date(at).toISOString() !== value) return false;
  if (knownInstants.size === 1024) knownInstants.clear();
  knownInstants.add(value);
  return true;
}

/** Entries that were recorded together share theirs. @type {Set<string>} */
const knownInstants = new Set();

/** A stream's name: U+0000 would stand in order where `/` does. @param {Json} value @returns {value is string} */
const isStream = (value) => isText(value) && !/\p{Cc}/u.test(value);

/** Exactly these keys, and perhaps those. @param {Json} value @param {readonly string[]} keys @param {readonly string[]} [perhaps] */
function hasKeys(value, keys, perhaps = []) {
  if (!isObject(value)) return false;
  const own = Object.keys(value);
  return keys.every((key) => Object.hasOwn(value, key)) && own.every((key) => keys.includes(key) || perhaps.includes(key));
}

// ─── The manifest ───
// It says what the bundle is of. Nobody signs it, and nobody needs to: what it claims is either checked against what is
// signed (deployment, checkpoint, streams, entries), or only names files (`files`), so that damage is found early and named.

/**
 * @typedef {object} Manifest
 * @property {string} deployment
 * @property {string} mode
 * @property {{ kind: 'all' } | { kind: 'directive', directive: string, symbol: string | null } | { kind: 'range', from: number, to: number }} scope
 * @property {string[]} streams
 * @property {{ size: number, root: string, heads: { size: number, root: string } }} checkpoint
 * @property {{ count: number, first: number, last: number }} entries
 * @property {{ path: string, size: number, sha256: string }[]} files
 */

/** @param {Zip} zip @param {string | undefined} deployment @returns {Promise<Manifest>} */
async function readManifest(zip, deployment) {
  const file = 'manifest.json';
  const bytes = await wholeFile(zip, file);
  const value = parseFile(bytes, file);
  const version = isObject(value) && /^dondoc\.evidence\.v([1-9]\d*)$/u.exec(String(value['format']));
  if (!version) throw malformed(file, 'không phải gói chứng cứ Đôn đốc', 'it is not of a Dondoc evidence bundle');
  if (value.format !== FORMAT) {
    throw new Fault(
      'newer-format',
      `dạng ${value.format}; hãy dùng bản mới hơn của verify.mjs`,
      `format ${value.format}: use the verify.mjs that came with it`,
      { file },
    );
  }
  const fault = notCanonical(bytes.toString('utf8'), value) ?? manifestFault(value);
  if (fault !== null) throw malformed(file, 'tệp kê không đúng dạng', fault);
  if (deployment !== undefined && value.deployment !== deployment) {
    throw new Fault(
      'other-deployment',
      `gói của "${value.deployment}", không phải "${deployment}"`,
      `of "${value.deployment}", not of "${deployment}"`,
      { file },
    );
  }
  return /** @type {Manifest} */ (/** @type {unknown} */ (value));
}

/** @param {Json} value @returns {string | null} */
function manifestFault(value) {
  if (!hasKeys(value, ['format', 'deployment', 'mode', 'scope', 'streams', 'checkpoint', 'entries', 'files'])) return 'its keys are others';
  const { deployment, mode, scope, streams, checkpoint, entries, files } = value;
  if (!isText(deployment) || /[\s+]/u.test(deployment) || !isText(mode)) return 'deployment or mode is missing';
  if (!isScope(scope)) return 'the scope is none';
  if (!Array.isArray(streams) || !streams.every((it) => isText(it) || it === '')) return 'streams are none';
  if (JSON.stringify(streams) !== JSON.stringify(streamsOf(/** @type {Manifest['scope']} */ (scope))))
    return 'streams do not fit the scope';
  if (!isObject(checkpoint) || !isCount(checkpoint['size']) || !isObject(checkpoint['heads'])) return 'the checkpoint is none';
  if (scope['kind'] === 'range' && scope['to'] > checkpoint['size']) return 'the range ends behind the checkpoint';
  if (!hasKeys(entries, ['count', 'first', 'last']) || ![entries.count, entries.first, entries.last].every(isCount))
    return 'entries are not counted';
  const isFile = (/** @type {Json} */ it) =>
    hasKeys(it, ['path', 'size', 'sha256']) && isText(it.path) && isCount(it.size) && HEX.test(it.sha256);
  return Array.isArray(files) && files.every(isFile) ? null : 'files are none';
}

/** @param {Json} scope */
function isScope(scope) {
  if (!isObject(scope)) return false;
  if (scope['kind'] === 'all') return hasKeys(scope, ['kind']);
  if (scope['kind'] === 'range')
    return (
      hasKeys(scope, ['kind', 'from', 'to']) &&
      isCount(scope['from']) &&
      isCount(scope['to']) &&
      scope['from'] >= 1 &&
      scope['to'] >= scope['from']
    );
  if (scope['kind'] !== 'directive' || !hasKeys(scope, ['kind', 'directive', 'symbol'])) return false;
  const { directive, symbol } = scope;
  // Behind a slash stands a part of a directive: a bundle of a part would hide the others.
  return isStream(directive) && !/[/\s]/u.test(directive) && (symbol === null || isText(symbol));
}

/** Whose streams a scope holds: a directive's decisions rest on the calendars, units and policies; losses may be of any. @param {Manifest['scope']} scope */
function streamsOf(scope) {
  if (scope.kind === 'directive') return [`directive/${scope.directive}`, 'calendar', 'org', 'policy', 'losses'];
  return scope.kind === 'all' ? [''] : [];
}

const LISTS = ['README.txt', 'index.html', 'index.pdf', 'keys.json', 'checkpoints.ndjson'];
const PROOFS = ['heads.ndjson', 'heads-proof.bin', 'places.bin', 'tree-proof.bin', 'entries.ndjson', 'contents.json'];

/**
 * Every file of the manifest is there, no other is, in the same order; and each has the bytes the manifest names. Of
 * entries the tree says more than a hash over all of them would: which one is altered. Deciders and contents are named
 * by their hashes, which sections 8 and 9 check.
 * @param {Zip} zip
 * @param {Manifest} manifest
 */
async function checkFiles(zip, manifest) {
  const named = [...manifest.files.map((it) => it.path), 'manifest.json'];
  for (const name of [...LISTS, ...PROOFS]) if (!named.includes(name)) throw malformed(name, 'thiếu tệp', 'the file is missing');
  const known = new Set([...LISTS, ...PROOFS, 'manifest.json']);
  for (const name of named) {
    if (!known.has(name) && !/^(deciders\/[0-9a-f]{64}\.json|contents\/[0-9a-f]{64})$/u.test(name)) {
      throw malformed(name, 'tệp lạ trong gói', 'no such file belongs to a bundle');
    }
    if (!zip.members.has(name)) throw missingFile(name);
  }
  const there = [...zip.members.keys()];
  const stray = there.find((name) => !named.includes(name));
  if (stray !== undefined) throw malformed(stray, 'tệp không có trong bản kê', 'the manifest does not name it');
  if (there.join('\n') !== named.join('\n')) throw malformed('manifest.json', 'thứ tự tệp khác bản kê', 'the files stand in another order');
  for (const { path: name, size, sha256: expected } of manifest.files) {
    const member = memberOf(zip, name);
    const isStored = /\.bin$|^contents\/|^entries\.ndjson$/u.test(name);
    if (isStored !== (member.method === 0)) throw malformed(name, 'cách nén khác quy định', 'it is packed in the other way');
    const hash = crypto.createHash('sha256');
    if (name === 'entries.ndjson') continue;
    if (name.startsWith('contents/') || name.startsWith('deciders/')) continue;
    for await (const piece of unpacked(zip, member)) hash.update(piece);
    if (member.size !== size || hash.digest('hex') !== expected) throw altered(name);
  }
}

/** What the manifest says of entries, deciders and contents, once they were found to be what was signed. @param {Zip} zip @param {Manifest} manifest @param {string} entriesHash */
function checkListed(zip, manifest, entriesHash) {
  for (const { path: name, size, sha256: said } of manifest.files) {
    const own = name === 'entries.ndjson' ? entriesHash : /^(?:deciders|contents)\/([0-9a-f]{64})/u.exec(name)?.[1];
    if (own !== undefined && (said !== own || size !== memberOf(zip, name).size))
      throw malformed('manifest.json', `khai ${name} khác thực tế`, `it says of ${name} what it is not`);
  }
}

/** @param {string} name */
function missingFile(name) {
  const kind = name.startsWith('contents/') ? 'content' : name.startsWith('deciders/') ? 'deciders' : 'malformed';
  return new Fault(kind, 'bản kê có, gói không có', 'the manifest names it, the bundle has it not', { file: name });
}

// ─── 2. Signatures ───
// A checkpoint is a signed note (c2sp.org/signed-note): whoever holds the key says "this is all there was when the ledger
// had this many entries". It proves who said so, if the key is pinned: if you got it another way than in this bundle.
// It does not prove that he says the same to everybody: for that there are witnesses and checkpoints you hold yourself.

/** @typedef {{ text: string, name: string, id: string, kind: 'log' | 'witness', publicKey: crypto.KeyObject }} Key */
/** @typedef {Key & { from: number, to: number | null }} BundleKey */
/** @typedef {{ name: string, id: string, bytes: Buffer }} Signature */
/** @typedef {{ origin: string, size: number, root: Buffer, heads: { size: number, root: Buffer }, nextKey: string | null }} Checkpoint */
/** @typedef {{ text: string, signatures: Signature[], checkpoint: Checkpoint }} Note */

/** `NAME+ID+BASE64`: type 1 is a log's Ed25519 key, type 4 a witness's (c2sp.org/tlog-cosignature). @param {string} text @returns {Key | null} */
function readKey(text) {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text);
  if (match === null) return null;
  const [, name, id, base64] = /** @type {string[]} */ (/** @type {unknown} */ (match));
  const typed = Buffer.from(/** @type {string} */ (base64), 'base64');
  if (typed.length !== 33 || (typed[0] !== 1 && typed[0] !== 4)) return null;
  // The id is made from name and key: a key with an id that is not its own is none.
  if (
    sha256(Buffer.concat([Buffer.from(`${name}\n`), typed]))
      .subarray(0, 4)
      .toString('hex') !== id
  )
    return null;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  const publicKey = crypto.createPublicKey({ key: der, format: 'der', type: 'spki' });
  return { text, name: /** @type {string} */ (name), id, kind: typed[0] === 1 ? 'log' : 'witness', publicKey };
}

/** @param {string} text @returns {Note | null} */
function readNote(text) {
  const cut = text.lastIndexOf('\n\n');
  if (cut < 0 || !text.endsWith('\n')) return null;
  const signed = text.slice(0, cut + 1);
  const signatures = text
    .slice(cut + 2, -1)
    .split('\n')
    .map(readSignature);
  const checkpoint = readCheckpoint(signed);
  if (checkpoint === null || signatures.some((it) => it === null)) return null;
  return { text: signed, signatures: /** @type {Signature[]} */ (signatures), checkpoint };
}

/** @param {string} line @returns {Signature | null} */
function readSignature(line) {
  const match = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const bytes = exactBase64(match?.[2] ?? '');
  if (match === null || bytes === null || bytes.length <= 4) return null;
  return { name: /** @type {string} */ (match[1]), id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
}

/** Node forgives what is not base64; here one value has one text. @param {Json} text */
function exactBase64(text) {
  const bytes = Buffer.from(String(text), 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** @param {string} text @returns {Checkpoint | null} */
function readCheckpoint(text) {
  const match = /^(\S+)\n(0|[1-9]\d{0,15})\n(\S{44})\nheads (0|[1-9]\d{0,15}) (\S{44})\n(?:key (\S+)\n)?$/u.exec(text);
  const [, origin, size, root, streams, headsRoot, nextKey = null] = match ?? [];
  const roots = [exactBase64(root), exactBase64(headsRoot)];
  if (match === null || roots.some((it) => it?.length !== 32)) return null;
  const [own, heads] = /** @type {Buffer[]} */ (roots);
  return {
    origin: String(origin),
    size: Number(size),
    root: /** @type {Buffer} */ (own),
    heads: { size: Number(streams), root: /** @type {Buffer} */ (heads) },
    nextKey,
  };
}

/** Whether the note has a line of this key, and whether it holds. @param {Note} note @param {Key} key @returns {'holds' | 'forged' | 'absent'} */
function signedBy(note, key) {
  const lines = note.signatures.filter((it) => it.name === key.name && it.id === key.id);
  if (lines.length === 0) return 'absent';
  return lines.every((line) => signatureHolds(note.text, key, line.bytes)) ? 'holds' : 'forged';
}

/** @param {string} text @param {Key} key @param {Buffer} bytes */
function signatureHolds(text, key, bytes) {
  if (key.kind === 'log') return bytes.length === 64 && crypto.verify(null, Buffer.from(text), key.publicKey, bytes);
  if (bytes.length !== 72) return false;
  const message = Buffer.from(`cosignature/v1\ntime ${bytes.readBigUInt64BE(0)}\n${text}`);
  return crypto.verify(null, message, key.publicKey, bytes.subarray(8));
}

/**
 * The keys of the bundle in order of their use. Each later one was introduced by the one before: it has signed a checkpoint
 * whose text names the later key. So whoever pinned an early key trusts the later ones.
 * @param {Zip} zip
 * @param {Manifest} manifest
 * @returns {Promise<BundleKey[]>}
 */
async function readKeys(zip, manifest) {
  const file = 'keys.json';
  const listed = parseStrictly(await wholeFile(zip, file), file);
  if (!Array.isArray(listed) || listed.length === 0) throw malformed(file, 'không có khóa nào', 'there is no key in it');
  /** @type {BundleKey[]} */
  const keys = [];
  for (const row of listed) {
    const isRow = hasKeys(row, ['key', 'from', 'to']) && isCount(row.from) && (row.to === null || isCount(row.to));
    const key = isRow && isText(row.key) ? readKey(row.key) : null;
    if (key?.kind !== 'log') throw new Fault('keys', 'một khóa không hợp lệ', 'a key of it is none', { file });
    if (key.name !== `dondoc/${manifest.deployment}`) {
      throw new Fault('other-deployment', `khóa của "${key.name}"`, `a key of "${key.name}"`, { file });
    }
    if (keys.some((it) => it.id === key.id))
      throw new Fault('keys', `hai khóa cùng số hiệu ${key.id}`, `two keys have the id ${key.id}`, { file });
    const before = keys.at(-1);
    if (before !== undefined && !(row.from > before.from && before.to !== null && before.to < row.from)) {
      throw malformed(file, 'khóa không theo thứ tự sử dụng', 'the keys do not stand in order of their use');
    }
    keys.push({ ...key, from: row.from, to: row.to });
  }
  return keys;
}

/** Every pinned key must be among those of the bundle. @param {readonly BundleKey[]} keys @param {readonly Key[]} pinned */
function checkPinned(keys, pinned) {
  const where = { file: 'keys.json' };
  for (const pin of pinned) {
    if (keys.some((it) => it.text === pin.text)) continue;
    const twin = keys.find((it) => it.name === pin.name && it.id === pin.id);
    if (twin) throw new Fault('keys', `khóa khác mang cùng số hiệu ${pin.id}`, `another key has the id ${pin.id} of the pinned one`, where);
    const held = keys.map((it) => it.text).join(', ');
    throw new Fault(
      'unpinned-key',
      `không có khóa đã ghim ${pin.text}; gói có ${held}`,
      `the pinned key ${pin.text} is not among its keys: ${held}`,
      where,
    );
  }
}

/** @typedef {{ note: Note, consistency: Buffer[], line: number }} Signed */

/**
 * The checkpoints with all their signatures checked.
 * @param {Zip} zip
 * @param {Manifest} manifest
 * @param {readonly BundleKey[]} keys
 * @returns {Promise<Signed[]>}
 */
async function readCheckpoints(zip, manifest, keys) {
  const file = 'checkpoints.ndjson';
  const text = (await wholeFile(zip, file)).toString('utf8');
  if (!text.endsWith('\n')) throw malformed(file, 'dòng cuối bị cụt', 'its last line is cut');
  /** @type {Signed[]} */
  const all = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const signed = readSigned(line, all.length + 1);
    const { origin, size } = signed.note.checkpoint;
    if (origin !== `dondoc/${manifest.deployment}`) {
      throw new Fault('other-deployment', `điểm chốt của "${origin}"`, `checkpoint ${size} is of "${origin}"`, { file });
    }
    if (all.length > 0 && size <= sizeOf(all.at(-1))) throw malformed(file, 'điểm chốt không tăng dần', 'sizes do not rise');
    checkSignatures(signed.note, keys);
    checkNamed(signed.note.checkpoint, keys);
    all.push(signed);
  }
  for (const [at, key] of keys.entries()) {
    if (at > 0 && !all.some((it) => sizeOf(it) === key.from)) {
      throw new Fault(
        'keys',
        `thiếu điểm chốt đầu của khóa ${key.id}`,
        `the first checkpoint of key ${key.id} is missing: nobody introduced it`,
        { file },
      );
    }
  }
  checkManifestPoint(manifest, /** @type {Signed} */ (all.at(-1)));
  return all;
}

/** @param {Signed | undefined} signed */
const sizeOf = (signed) => signed?.note.checkpoint.size ?? 0;

/** @param {string} line @param {number} number @returns {Signed} */
function readSigned(line, number) {
  const file = 'checkpoints.ndjson';
  const value = parseStrictly(Buffer.from(line), file);
  const note = hasKeys(value, ['consistency', 'note']) && isText(value.note) ? readNote(value.note) : null;
  const hashes = Array.isArray(value?.consistency) ? value.consistency.map(exactBase64) : [null];
  if (note === null || hashes.some((/** @type {Buffer | null} */ it) => it?.length !== 32)) {
    throw malformed(file, `dòng ${number} không phải điểm chốt đã ký`, `line ${number} is not a signed checkpoint`);
  }
  return { note, consistency: hashes, line: number };
}

/** Signed by the key of its time; the first of a later key by the key before, too. @param {Note} note @param {readonly BundleKey[]} keys */
function checkSignatures(note, keys) {
  const { size } = note.checkpoint;
  const where = { file: 'checkpoints.ndjson' };
  const at = keys.findLastIndex((it) => it.from <= size);
  const key = keys[at];
  if (key === undefined) throw new Fault('signature', `mốc ${size} có trước mọi khóa`, `checkpoint ${size} is from before all keys`, where);
  if (key.to !== null && size > key.to)
    throw new Fault(
      'signature',
      `khóa ${key.id} đã hết hạn ở mốc ${size}`,
      `key ${key.id} was no longer in use at checkpoint ${size}`,
      where,
    );
  const needed = at > 0 && size === key.from ? [key, /** @type {BundleKey} */ (keys[at - 1])] : [key];
  for (const it of keys) {
    const state = signedBy(note, it);
    if (state === 'holds' || (state === 'absent' && !needed.includes(it))) continue;
    const why = state === 'absent' ? ['thiếu chữ ký', 'it is not signed'] : ['chữ ký sai', 'the signature does not hold'];
    throw new Fault('signature', `mốc ${size}, khóa ${it.id}: ${why[0]}`, `checkpoint ${size}, key ${it.id}: ${why[1]}`, where);
  }
}

/**
 * The text of a later key's first checkpoint names that key, and no other checkpoint names one. A signature alone introduces
 * nobody: whoever has a note can write a line of his own under it.
 * @param {Checkpoint} checkpoint
 * @param {readonly BundleKey[]} keys
 */
function checkNamed({ size, nextKey }, keys) {
  const due = keys.find((it, at) => at > 0 && it.from === size)?.text ?? null;
  if (nextKey === due) return;
  const where = { file: 'checkpoints.ndjson' };
  throw nextKey === null
    ? new Fault('keys', `mốc ${size} không giới thiệu khóa ${due}`, `checkpoint ${size} does not introduce the key ${due}`, where)
    : new Fault(
        'keys',
        `mốc ${size} giới thiệu khóa ${nextKey}, không phải khóa tiếp theo của keys.json`,
        `checkpoint ${size} introduces the key ${nextKey}, which is not the next one of keys.json`,
        where,
      );
}

/** @param {Manifest} manifest @param {Signed} last */
function checkManifestPoint({ checkpoint }, last) {
  const { size, root, heads } = last.note.checkpoint;
  const same =
    checkpoint.size === size &&
    checkpoint.root === root.toString('base64') &&
    checkpoint.heads.size === heads.size &&
    checkpoint.heads.root === heads.root.toString('base64');
  if (!same)
    throw malformed('manifest.json', 'điểm chốt không phải điểm chốt cuối', 'its checkpoint is not the last of checkpoints.ndjson');
}

/**
 * Every pinned witness has cosigned one of the checkpoints: it saw nothing inconsistent up to there. Answers up to where.
 * @param {readonly Signed[]} checkpoints
 * @param {readonly Key[]} witnesses
 */
function checkWitnesses(checkpoints, witnesses) {
  const where = { file: 'checkpoints.ndjson' };
  return witnesses.map((witness) => {
    let upTo = -1;
    for (const { note } of checkpoints) {
      const state = signedBy(note, witness);
      const { size } = note.checkpoint;
      if (state === 'forged')
        throw new Fault(
          'signature',
          `mốc ${size}: chữ ký của ${witness.name} sai`,
          `checkpoint ${size}: the cosignature of ${witness.name} does not hold`,
          where,
        );
      if (state === 'holds') upTo = size;
    }
    if (upTo < 0)
      throw new Fault('witness', `${witness.name} chưa ký điểm chốt nào`, `${witness.name} has cosigned none of the checkpoints`, where);
    return { name: witness.name, size: upTo };
  });
}

// ─── The tree ───
// RFC 6962 section 2.1. Three ways to compute a root: leaf after leaf (Frontier), from some leaves and the hashes of all
// that lies between them (rootOfSet), and from an older root (isConsistent).

/** The root over all leaves added so far, in memory of one hash per level. */
class Frontier {
  /** Complete subtrees from left to right, each smaller than the one before. @type {{ level: number, hash: Buffer }[]} */
  #nodes = [];

  /** @param {Buffer} leaf */
  add(leaf) {
    let node = { level: 0, hash: leaf };
    while (this.#nodes.at(-1)?.level === node.level) {
      const left = /** @type {{ hash: Buffer }} */ (this.#nodes.pop());
      node = { level: node.level + 1, hash: nodeHash(left.hash, node.hash) };
    }
    this.#nodes.push(node);
  }

  root() {
    const last = this.#nodes.at(-1);
    if (last === undefined) return sha256('');
    return this.#nodes.slice(0, -1).reduceRight((right, left) => nodeHash(left.hash, right), last.hash);
  }
}

/** The largest power of two below `count`. @param {number} count */
function splitOf(count) {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/**
 * The root out of a set proof, or null when places and hashes do not fit the tree. Both are read once, from left to right.
 * @param {number} size
 * @param {{ peek(): number | undefined, take(): Buffer }} places places from 0, and their leaves
 * @param {() => Buffer | undefined} nextHash
 * @returns {Buffer | null}
 */
function rootOfSet(size, places, nextHash) {
  /** @type {(from: number, to: number) => Buffer | null} */
  const over = (from, to) => {
    const place = places.peek();
    if (place !== undefined && place < from) return null;
    if (place === undefined || place >= to) return nextHash() ?? null;
    if (to - from === 1) return places.take();
    const middle = from + splitOf(to - from);
    const left = over(from, middle);
    const right = left && over(middle, to);
    return left && right && nodeHash(left, right);
  };
  const root = size === 0 ? sha256('') : over(0, size);
  return places.peek() === undefined && nextHash() === undefined ? root : null;
}

/**
 * RFC 9162 section 2.1.4.2: whether the newer tree begins with the older one.
 * @param {{ size: number, root: Buffer }} older
 * @param {{ size: number, root: Buffer }} newer
 * @param {readonly Buffer[]} proof
 */
function isConsistent(older, newer, proof) {
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  if (older.size === 0) return proof.length === 0 && older.root.equals(sha256(''));
  let [first, second] = [BigInt(older.size) - 1n, BigInt(newer.size) - 1n];
  while (first & 1n) [first, second] = [first >> 1n, second >> 1n];
  // A complete older tree is a node of the newer one: its hash is not repeated in the proof.
  const hashes = first === 0n ? [older.root, ...proof] : [...proof];
  let old = hashes.shift();
  let now = old;
  for (const hash of hashes) {
    if (second === 0n || old === undefined || now === undefined) return false;
    if (first & 1n || first === second) {
      [old, now] = [nodeHash(hash, old), nodeHash(hash, now)];
      while (!(first & 1n) && first !== 0n) [first, second] = [first >> 1n, second >> 1n];
    } else now = nodeHash(now, hash);
    [first, second] = [first >> 1n, second >> 1n];
  }
  return second === 0n && old?.equals(older.root) === true && now?.equals(newer.root) === true;
}

// ─── 3. Consistency of the checkpoints ───
// It stands before the entries because it needs none of them. It proves that nothing that stood in the ledger at an earlier
// checkpoint of this bundle, or at one that you hold, was changed or removed later.

/** @param {readonly Signed[]} checkpoints */
function checkConsistency(checkpoints) {
  let before = null;
  for (const { note, consistency } of checkpoints) {
    const { checkpoint } = note;
    const holds = before === null ? consistency.length === 0 : isConsistent(before, checkpoint, consistency);
    if (!holds) throw forkAt(before?.size ?? 0, checkpoint.size);
    before = checkpoint;
  }
}

/** @param {number} older @param {number} newer */
const forkAt = (older, newer) =>
  new Fault('fork', `mốc ${newer} không nối tiếp mốc ${older}`, `checkpoint ${newer} does not continue checkpoint ${older}`, {
    file: 'checkpoints.ndjson',
    sequence: older,
  });

/**
 * Checkpoints that came another way, above all from a witness. Of a partial bundle they can only be compared with those
 * that stand in it; of a bundle of everything their roots are computed with the others (section 4).
 * @param {readonly Note[]} held
 * @param {{ manifest: Manifest, keys: readonly Key[], witnesses: readonly Key[], checkpoints: readonly Signed[] }} it
 */
function checkHeld(held, { manifest, keys, witnesses, checkpoints }) {
  /** @type {Checkpoint[]} */
  const notComparable = [];
  for (const note of held) {
    const { checkpoint } = note;
    const { size, origin } = checkpoint;
    if (origin !== `dondoc/${manifest.deployment}`)
      throw new Fault('other-deployment', `điểm chốt đang giữ là của "${origin}"`, `the checkpoint you hold is of "${origin}"`);
    const states = [...keys, ...witnesses].map((it) => signedBy(note, it));
    if (states.includes('forged') || !states.includes('holds')) {
      throw new Fault(
        'signature',
        `điểm chốt đang giữ (${size}) không có chữ ký đúng`,
        `no key known here has signed the checkpoint you hold (${size})`,
      );
    }
    const last = sizeOf(checkpoints.at(-1));
    if (size > last) {
      // A key that was handed over signs nothing more: whoever has found it could else say that entries are missing.
      if (![keys.at(-1), ...witnesses].some((it) => it !== undefined && signedBy(note, it) === 'holds'))
        throw new Fault(
          'signature',
          `điểm chốt đang giữ (${size}) do một khóa đã thôi dùng ký`,
          `the checkpoint you hold (${size}) is signed by a key that was no longer in use`,
        );
      throw new Fault(
        'older-checkpoint',
        `điểm chốt đang giữ có ${size} dòng, gói chỉ có ${last}`,
        `the checkpoint you hold has ${size} entries, the bundle ${last}: ${size - last} are missing`,
        { sequence: last + 1 },
      );
    }
    const twin = checkpoints.find((it) => sizeOf(it) === size)?.note.checkpoint;
    // Every checkpoint that brings in a key stands in the bundle.
    if (twin === undefined && checkpoint.nextKey === null) notComparable.push(checkpoint);
    else if (twin === undefined || !isSame(twin, checkpoint)) {
      throw new Fault(
        'fork',
        `điểm chốt ${size} trong gói khác điểm chốt đang giữ`,
        `checkpoint ${size} of the bundle is not the one you hold`,
        {
          sequence: size,
        },
      );
    }
  }
  checkAmongHeld(held);
  return notComparable;
}

/** What one size signs, it signs once. @param {Checkpoint} a @param {Checkpoint} b */
const isSame = (a, b) =>
  a.root.equals(b.root) && a.heads.size === b.heads.size && a.heads.root.equals(b.heads.root) && a.nextKey === b.nextKey;

/** Two that you hold may contradict each other, whatever the bundle says. @param {readonly Note[]} held */
function checkAmongHeld(held) {
  for (const { checkpoint: one } of held) {
    const other = held.find(({ checkpoint: it }) => it.size === one.size && !isSame(it, one));
    if (other === undefined) continue;
    throw new Fault('fork', `hai điểm chốt đang giữ ở mốc ${one.size} khác nhau`, `two checkpoints of ${one.size} that you hold differ`, {
      sequence: one.size,
    });
  }
}

// ─── 4. The root, before the entries ───
// places.bin holds sequence and leaf of every entry: enough to compute the root without reading one. So it is known before
// an entry is read whether its leaf is signed, and no decider runs for one that is not. When the root is another, the
// entries are gone through all the same, for the fault can often be named better than that.

/** Reads `places.bin` or a proof piece by piece, forwards only. */
class Records {
  #left;
  #at;
  /** @type {Buffer} */
  #chunk = Buffer.alloc(0);
  #from = 0;

  /** @param {Zip} zip @param {string} name @param {number} length of a record */
  constructor(zip, name, length) {
    const member = memberOf(zip, name);
    if (member.size % length !== 0) throw malformed(name, 'độ dài không đúng', `its length is no multiple of ${length}`);
    this.fd = zip.fd;
    this.length = length;
    this.count = member.size / length;
    this.#left = member.size;
    this.#at = member.data;
  }

  /** @returns {Buffer | undefined} */
  next() {
    if (this.#from === this.#chunk.length) {
      if (this.#left === 0) return undefined;
      const bytes = Math.min(this.#left, this.length * 16_384);
      this.#chunk = readAt(this.fd, this.#at, bytes);
      this.#at += bytes;
      this.#left -= bytes;
      this.#from = 0;
    }
    this.#from += this.length;
    return this.#chunk.subarray(this.#from - this.length, this.#from);
  }
}

/** @typedef {{ sequence: number, leaf: Buffer }} Place */

/** @param {Zip} zip @returns {{ count: number, next(): Place | undefined }} */
function placesOf(zip) {
  const records = new Records(zip, 'places.bin', 40);
  return {
    count: records.count,
    next() {
      const record = records.next();
      return record && { sequence: Number(record.readBigUInt64BE(0)), leaf: record.subarray(8) };
    },
  };
}

/**
 * Null when places and proof lead to the signed root; of a bundle of everything also to the root of each checkpoint,
 * including those you hold.
 * @param {Zip} zip
 * @param {Manifest} manifest
 * @param {readonly Checkpoint[]} checkpoints sizes rising, the bundle's own last
 * @returns {Fault | null}
 */
function rootFault(zip, manifest, checkpoints) {
  const last = /** @type {Checkpoint} */ (checkpoints.at(-1));
  const proof = new Records(zip, 'tree-proof.bin', 32);
  const places = placesOf(zip);
  const nextHash = () => proof.next();
  if (manifest.scope.kind === 'all') return rootsOfAll(places, nextHash, checkpoints);
  let next = places.next();
  const root = rootOfSet(
    last.size,
    {
      peek: () => next && next.sequence - 1,
      take: () => {
        const { leaf } = /** @type {Place} */ (next);
        next = places.next();
        return leaf;
      },
    },
    nextHash,
  );
  return root?.equals(last.root) ? null : wrongRoot(last.size);
}

/** @param {number} size */
const wrongRoot = (size) =>
  new Fault('root', `gốc cây ở mốc ${size} không khớp chữ ký`, `the leaves do not lead to the signed root of checkpoint ${size}`, {
    file: 'places.bin',
  });

/** @param {ReturnType<typeof placesOf>} places @param {() => Buffer | undefined} nextHash @param {readonly Checkpoint[]} checkpoints */
function rootsOfAll(places, nextHash, checkpoints) {
  const tree = new Frontier();
  let size = 0;
  for (const checkpoint of checkpoints) {
    for (; size < checkpoint.size; size += 1) {
      const place = places.next();
      if (place === undefined || place.sequence !== size + 1) return wrongRoot(checkpoint.size);
      tree.add(place.leaf);
    }
    if (tree.root().equals(checkpoint.root)) continue;
    return checkpoint === checkpoints.at(-1)
      ? wrongRoot(size)
      : forkAt(checkpoint.size, /** @type {Checkpoint} */ (checkpoints.at(-1)).size);
  }
  return places.next() === undefined && nextHash() === undefined ? null : wrongRoot(size);
}

// ─── 5. Each entry ───
// An entry is one line: canonical JSON of a known form. Its bytes must have the leaf that places.bin says, which section 4
// has led to the signed root: so every line is what was recorded, to the byte. Which kind of damage it is when they differ
// is told by looking where else that leaf, or the one expected here, occurs.

/**
 * @typedef {object} Entry A line of entries.ndjson.
 * @property {number} sequence
 * @property {number} offset of its first byte in the bundle
 * @property {Buffer} bytes
 * @property {Buffer} leaf
 * @property {string} text
 * @property {Json} value
 */

const keyList = (/** @type {string} */ text) => text.split(',');
const COMMON = 'datacontenttype,deciders,id,prevhash,recordedat,source,specversion,streamversion,subject,time,type';
const ENTRY_KEYS = keyList(`causationid,correlationid,data,${COMMON}`);
const UNCAUSED_KEYS = keyList(`correlationid,data,${COMMON}`);
const COMMAND_DATA = keyList('actor,command,commandId,effectiveAt,outcome,receivedAt');
const REFUSED_DATA = keyList('actor,command,commandId,effectiveAt,outcome,receivedAt,rejection');
const EVENT_DATA = keyList('actor,body');
const ACTOR = keyList('id,role,unit');
const COMMAND = keyList('data,type');
const PLANNED_COMMAND = keyList('data,plan,type');
const REJECTION = keyList('code,params');
const TYPE = /^dondoc\.([a-z]+)\.(command\.)?([A-Z][A-Za-z]*)\.v[1-9]\d*$/u;

/** In canonical form keys have one order. @param {Json} value @param {readonly string[]} keys @returns {boolean} */
function hasInOrder(value, keys) {
  if (!isObject(value)) return false;
  const own = Object.keys(value);
  if (own.length !== keys.length) return false;
  for (let at = 0; at < own.length; at += 1) if (own[at] !== keys[at]) return false;
  return true;
}

/** What is not as the form of an entry says, or null. @param {Json} value @returns {string | null} */
function formFault(value) {
  const type = TYPE.exec(String(value?.type));
  if (type === null) return 'type';
  const isCommand = type[2] !== undefined;
  if (!hasInOrder(value, ENTRY_KEYS) && !(isCommand && hasInOrder(value, UNCAUSED_KEYS))) return 'its attributes';
  if (value.specversion !== '1.0' || value.datacontenttype !== 'application/json') return 'specversion or datacontenttype';
  if (!isStream(value.subject) || !Number.isSafeInteger(value.streamversion) || value.streamversion < 1) return 'subject or streamversion';
  if (value.id !== `${value.subject}@${value.streamversion}`) return 'id';
  if (!HEX.test(value.prevhash) || !isText(value.deciders)) return 'prevhash or deciders';
  if (!isInstant(value.time) || !isInstant(value.recordedat)) return 'time or recordedat';
  if (!isText(value.correlationid) || (value.causationid !== undefined && !isText(value.causationid)))
    return 'correlationid or causationid';
  const { data } = value;
  if (!hasInOrder(data?.actor, ACTOR) || !isText(data.actor.id) || !isText(data.actor.role)) return 'actor';
  return isCommand ? commandFault(value, /** @type {string} */ (type[3])) : hasInOrder(data, EVENT_DATA) ? null : 'data';
}

/** @param {Json} value @param {string} name @returns {string | null} */
function commandFault({ data, time, correlationid }, name) {
  if (!hasInOrder(data, COMMAND_DATA) && !hasInOrder(data, REFUSED_DATA)) return 'data';
  if (!hasInOrder(data.command, COMMAND) && !hasInOrder(data.command, PLANNED_COMMAND)) return 'data.command';
  if (data.command.type !== name) return 'data.command';
  if (data.commandId !== correlationid || data.effectiveAt !== time || !isInstant(data.receivedAt))
    return 'data.commandId, effectiveAt or receivedAt';
  if (data.outcome === 'accepted') return data.rejection === undefined ? null : 'data.rejection';
  return data.outcome === 'refused' && hasInOrder(data.rejection, REJECTION) && isText(data.rejection.code) ? null : 'data.outcome';
}

/**
 * The lines of entries.ndjson, many at a time, so that people may interrupt and see progress in between.
 * Before each line stands a byte of its own for the 0x00 that RFC 6962 hashes with it: no line is copied.
 * @param {Zip} zip
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} [pieces] of the file; without the check of its sum when it is read once more
 * @returns {AsyncGenerator<{ bytes: Buffer, leaf: Buffer, offset: number, isWhole: boolean }[], void>}
 */
async function* linesOf(zip, pieces = packedPieces(zip, memberOf(zip, 'entries.ndjson'))) {
  const member = memberOf(zip, 'entries.ndjson');
  let left = Buffer.alloc(0);
  let offset = member.data;
  for await (const piece of pieces) {
    const chunk = Buffer.concat([Buffer.of(0), left, piece]);
    const lines = [];
    let from = 1;
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      chunk[from - 1] = 0;
      const bytes = chunk.subarray(from, end);
      lines.push({ bytes, leaf: sha256(chunk.subarray(from - 1, end)), offset, isWhole: true });
      offset += end + 1 - from;
      from = end + 1;
    }
    left = chunk.subarray(from);
    yield lines;
    if (left.length > 16 * CHUNK_BYTES) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (left.length > 0) yield [{ bytes: left, leaf: leafHash(left), offset, isWhole: false }];
}

/** The id that a damaged line still shows, for people to find it. @param {Buffer} bytes */
function idIn(bytes) {
  const match = /,"id":"([^"\\]{1,300})","prevhash":/u.exec(bytes.toString('utf8'));
  return match === null ? {} : { id: /** @type {string} */ (match[1]) };
}

/** @typedef {{ at: number, place: Place | undefined, bytes: Buffer, leaf: Buffer }} Misplaced a line, counted from 0 */

/** A line that is not the entry of its place: {@link mismatch} tells why. */
class Mismatch extends Fault {
  /** @param {Misplaced} line */
  constructor(line) {
    super('altered-entry', '', '', line.place === undefined ? {} : { sequence: line.place.sequence });
    this.line = line;
  }
}

/** @param {Zip} zip @param {Misplaced} line @returns {Promise<Fault>} */
async function mismatch(zip, { at, place, bytes, leaf }) {
  const id = idIn(bytes);
  const twin = placeOf(zip, leaf);
  if (twin !== null && twin.at < at) {
    return new Fault('duplicated', 'dòng này đã có ở trước', `it is entry ${twin.sequence} once more`, {
      sequence: twin.sequence,
      ...id,
    });
  }
  const inserted = (/** @type {number} */ sequence) =>
    new Fault('inserted', 'dòng không có trong sổ', 'it does not stand in the ledger', { sequence, ...id });
  if (place === undefined) return inserted(lastPlace(zip) + 1);
  const { sequence } = place;
  const wanted = await someLine(zip, at, (line) => line.leaf.equals(place.leaf));
  if (twin !== null) {
    if (wanted !== null)
      return new Fault('reordered', `dòng ${twin.sequence} đứng ở chỗ này`, `entry ${twin.sequence} stands in its place`, {
        sequence,
        ...id,
      });
    return dropped(sequence, `the next one is ${twin.sequence}`, `tiếp theo là ${twin.sequence}`);
  }
  if (wanted === at + 1) return inserted(sequence);
  return new Fault('altered-entry', 'nội dung không còn như lúc ghi', 'its bytes are not those that were recorded', { sequence, ...id });
}

/** @param {number} sequence @param {string} en @param {string} vi */
const dropped = (sequence, en, vi) => new Fault('dropped', `thiếu dòng này: ${vi}`, `it is missing: ${en}`, { sequence });

/** @param {Zip} zip @param {Buffer} leaf */
function placeOf(zip, leaf) {
  const places = placesOf(zip);
  for (let at = 0; ; at += 1) {
    const place = places.next();
    if (place === undefined) return null;
    if (place.leaf.equals(leaf)) return { at, sequence: place.sequence };
  }
}

/** @param {Zip} zip */
function lastPlace(zip) {
  const places = placesOf(zip);
  let last = 0;
  for (let place = places.next(); place !== undefined; place = places.next()) last = place.sequence;
  return last;
}

/** The first line behind `after` that is looked for. @param {Zip} zip @param {number} after @param {(line: { bytes: Buffer, leaf: Buffer }) => boolean} isIt */
async function someLine(zip, after, isIt) {
  let at = -1;
  for await (const lines of linesOf(zip)) {
    for (const line of lines) {
      at += 1;
      if (at > after && isIt(line)) return at;
    }
  }
  return null;
}

// ─── 6. Order ───
// It proves that each stream is whole from its first entry on, that every entry was made with the one before it at hand,
// that no recorded time is earlier than the one before, and that events belong to the command before them.

/**
 * @typedef {object} Stream What is known of a stream so far.
 * @property {number} version of its last entry
 * @property {string} hash of its last entry
 * @property {Buffer} leaf of its last entry
 * @property {Json} command the attributes of its last command that its events share; null when it stands before the bundle
 */

const NO_HASH = '0'.repeat(64);

class Order {
  /** @type {Map<string, Stream>} */
  streams = new Map();
  figures = { entries: 0, streams: 0, commands: 0, events: 0, refusals: 0 };
  /** @type {{ first: string | null, last: string | null }} */
  recorded = { first: null, last: null };
  /** @type {Map<string, { entries: number, first: number, last: number }>} */
  deciders = new Map();
  /** @type {Report['losses']} */
  losses = [];
  #before = 0;
  #first = 0;
  /** As the entries of the directive say it. @type {string | null} */
  #symbol = null;

  /** @param {Manifest} manifest @param {readonly string[]} pinned hashes of deciders; none: any may decide */
  constructor(manifest, pinned) {
    this.pinned = pinned;
    this.manifest = manifest;
    this.directive = manifest.scope.kind === 'directive' ? `directive/${manifest.scope.directive}` : null;
    this.size = manifest.checkpoint.size;
    this.source = `urn:dondoc:${manifest.deployment}`;
  }

  /** @param {number} sequence @param {Where} where */
  checkSequence(sequence, where) {
    const { scope } = this.manifest;
    const before = this.#before;
    this.#before = sequence;
    if (before === 0) this.#first = sequence;
    const first = scope.kind === 'range' ? scope.from : 1;
    const due = before === 0 ? first : before + 1;
    if (sequence > this.size)
      throw new Fault('inserted', 'nằm sau điểm chốt đã ký', 'it stands behind the checkpoint: nobody signed it', where);
    if (sequence === before) throw new Fault('duplicated', 'số thứ tự lặp lại', 'its sequence stands twice', where);
    if (sequence < due) throw new Fault('reordered', `đứng sau dòng ${before}`, `it stands behind entry ${before}`, where);
    if (scope.kind !== 'directive' && sequence > due) throw dropped(due, `the next one is ${sequence}`, `tiếp theo là ${sequence}`);
  }

  /** @param {Entry} entry */
  check({ value, bytes, leaf, sequence }) {
    const where = { sequence, id: value.id };
    if (value.source !== this.source) throw new Fault('other-deployment', `nguồn ${value.source}`, `its source is ${value.source}`, where);
    this.#checkScope(value, where);
    if (this.recorded.last !== null && value.recordedat < this.recorded.last) {
      throw new Fault(
        'time-back',
        `ghi lúc ${value.recordedat}, sau dòng lúc ${this.recorded.last}`,
        `recorded at ${value.recordedat}, after one of ${this.recorded.last}`,
        where,
      );
    }
    if (value.data.receivedAt > value.recordedat)
      throw new Fault('entry-malformed', 'ghi trước khi nhận (receivedAt)', 'it was recorded before it was received (receivedAt)', where);
    this.recorded.first ??= value.recordedat;
    this.recorded.last = value.recordedat;
    const stream = this.#linked(value, leaf, where);
    const isCommand = value.data.commandId !== undefined;
    if (!isCommand) checkEvent(value, stream.command, where);
    else stream.command = commandFacts(value);
    if (!isCommand && value.subject === this.directive) this.#learnSymbol(value);
    if (!isCommand && value.subject === 'losses') this.#learnLoss(value, sequence);
    stream.version = value.streamversion;
    stream.hash = sha256Hex(bytes);
    stream.leaf = leaf;
    this.#count(value, isCommand);
    this.#decided(value.deciders, where);
  }

  /** @param {Json} value @param {Where} where */
  #checkScope({ subject }, where) {
    const { scope, streams } = this.manifest;
    if (scope.kind !== 'directive' || streams.some((it) => isUnder(subject, it))) return;
    throw new Fault('malformed', `luồng ${subject} không thuộc gói này`, `its stream ${subject} is not in the scope of the bundle`, where);
  }

  /** The stream, when the entry follows what was there. @param {Json} value @param {Buffer} leaf @param {Where} where @returns {Stream} */
  #linked({ subject, streamversion: version, prevhash }, leaf, where) {
    const stream = this.streams.get(subject);
    if (stream === undefined) return this.#begun({ subject, version, prevhash }, where);
    const due = stream.version + 1;
    if (version > due) throw new MissingVersion(subject, due, where);
    if (version < due) {
      if (leaf.equals(stream.leaf)) throw new Fault('duplicated', 'đứng hai lần liền', 'it stands twice in a row', where);
      throw new Fault('stream-split', `luồng ${subject} có hai dòng số ${version}`, `stream ${subject} has two entries ${version}`, where);
    }
    if (prevhash !== stream.hash)
      throw new Fault('chain', 'prevhash không phải băm của dòng trước', 'prevhash is not the hash of the entry before', where);
    return stream;
  }

  /** @param {{ subject: string, version: number, prevhash: string }} entry @param {Where} where @returns {Stream} */
  #begun({ subject, version, prevhash }, where) {
    const isWhole = this.manifest.scope.kind !== 'range';
    if (isWhole && version > 1) throw new MissingVersion(subject, 1, where);
    if (version === 1 && prevhash !== NO_HASH) {
      throw new Fault(
        'stream-split',
        `luồng ${subject} bắt đầu bằng dòng có dòng trước`,
        `stream ${subject} begins with an entry that names one before it`,
        where,
      );
    }
    /** @type {Stream} */
    const stream = { version: version - 1, hash: prevhash, leaf: Buffer.alloc(0), command: null };
    this.streams.set(subject, stream);
    this.figures.streams += 1;
    return stream;
  }

  /** @param {string} hash @param {{ sequence: number, id: string }} where */
  #decided(hash, where) {
    if (this.pinned.length > 0 && !this.pinned.includes(hash))
      throw new Fault('deciders', `do bộ quy tắc ${hash}, không được ghim`, `decided by ${hash}, which is not pinned`, where);
    const known = this.deciders.get(hash);
    if (known === undefined) this.deciders.set(hash, { entries: 1, first: where.sequence, last: where.sequence });
    else {
      known.entries += 1;
      known.last = where.sequence;
    }
  }

  /** @param {Json} event */
  #learnSymbol({ type, data: { body } }) {
    const name = type.split('.').at(-2);
    if (name === 'DirectiveIssued') this.#symbol = body?.symbol ?? null;
    if (name === 'DirectiveCorrected' && body?.field === 'symbol') this.#symbol = body.value ?? null;
  }

  /** What people said of a restore. That it is so is proven by nothing in here. @param {Json} event @param {number} sequence */
  #learnLoss({ recordedat: recordedAt, data: { body } }, sequence) {
    const { last = null, missing = null, compared = null, operator = '', reason = '' } = body ?? {};
    this.losses.push({ sequence, recordedAt, last, missing, compared, operator, reason });
  }

  /** @param {Json} value @param {boolean} isCommand */
  #count({ data }, isCommand) {
    this.figures.entries += 1;
    this.figures[isCommand ? 'commands' : 'events'] += 1;
    if (data.outcome === 'refused') this.figures.refusals += 1;
  }

  /** Nothing is missing at the end. */
  checkEnd() {
    const { size, manifest } = this;
    const { scope, entries } = manifest;
    const end = scope.kind === 'all' ? size : scope.kind === 'range' ? Math.min(scope.to, size) : this.#before;
    const begins = scope.kind === 'range' ? scope.from : 1;
    if (this.#before < end)
      throw dropped(Math.max(this.#before + 1, begins), `the last ones up to ${end} are gone`, `mất các dòng cuối đến ${end}`);
    if (this.directive !== null && !this.streams.has(this.directive)) {
      throw new Fault('stream-incomplete', `không có dòng nào của ${this.directive}`, `no entry of ${this.directive} is in it`, {
        file: 'entries.ndjson',
      });
    }
    if (entries.count !== this.figures.entries || entries.first !== this.#first || entries.last !== this.#before)
      throw malformed('manifest.json', 'số dòng khai khác thực tế', 'it counts the entries otherwise than they are');
    if (scope.kind === 'directive' && scope.symbol !== this.#symbol) {
      throw malformed(
        'manifest.json',
        `số ký hiệu ${scope.symbol} không phải của các dòng (${this.#symbol})`,
        `the symbol ${scope.symbol} is not that of the entries (${this.#symbol})`,
      );
    }
  }
}

/** A version of a stream is left out, or comes later: the caller looks which. */
class MissingVersion extends Fault {
  /** @param {string} subject @param {number} version @param {Where} where */
  constructor(subject, version, where) {
    super(
      'dropped',
      `luồng ${subject} thiếu dòng số ${version} ở trước`,
      `entry ${version} of stream ${subject} is missing before it`,
      where,
    );
    this.missing = `"streamversion":${version},"subject":${JSON.stringify(subject)},`;
  }
}

/** @param {string} stream @param {string} prefix */
const isUnder = (stream, prefix) => prefix === '' || stream === prefix || stream.startsWith(`${prefix}/`);

/** @param {Json} value */
const commandFacts = ({ id, correlationid, time, deciders, data }) => ({
  id,
  correlationid,
  time,
  deciders,
  actor: data.actor,
  refused: data.outcome === 'refused',
});

/** @param {Json} a @param {Json} b */
const isSameActor = (a, b) =>
  a.id === b.id && a.role === b.role && (a.unit === b.unit || JSON.stringify(a.unit) === JSON.stringify(b.unit));

/** @param {Json} event @param {Json} command @param {Where} where */
function checkEvent(event, command, where) {
  const illegal = (/** @type {string} */ vi, /** @type {string} */ en) => new Fault('illegal-order', vi, en, where);
  if (command === null) {
    if (event.streamversion === 1) throw illegal('luồng bắt đầu bằng sự kiện', 'a stream begins with an event');
    return;
  }
  if (event.correlationid !== command.correlationid || event.causationid !== command.id)
    throw illegal('không theo lệnh đứng trước', 'it does not follow the command before it');
  if (command.refused) throw illegal('theo một lệnh bị từ chối', 'it follows a command that was refused');
  if (event.time !== command.time || event.deciders !== command.deciders || !isSameActor(event.data.actor, command.actor)) {
    throw illegal('khác lệnh của nó về thời điểm, người hoặc bộ quy tắc', 'it has another time, actor or deciders than its command');
  }
}

// ─── 7. Heads ───
// The checkpoint also signs a tree over the last entry of every stream, sorted by name. Two heads that stand side by side
// prove that no stream lies between them. So a directive's bundle proves that nothing of it was left out: no last entry of
// a stream, and no whole stream. Of a range nothing is said about that.

/** @typedef {{ place: number, stream: string, version: number, leaf: string, key: Buffer }} Head */

/** Heads stand in order of UTF-8 bytes, `/` counting as 0x00. @param {string} stream */
const orderKey = (stream) => Buffer.from(stream.replaceAll('/', '\0'));

/** @param {string} stream @param {number} version @param {string} leaf in hex */
const headHash = (stream, version, leaf) => leafHash(Buffer.from(canonical([stream, version, leaf])));

/** @param {Zip} zip @returns {Promise<Head[]>} */
async function readHeads(zip) {
  const file = 'heads.ndjson';
  const text = (await wholeFile(zip, file)).toString('utf8');
  if (text === '') return [];
  if (!text.endsWith('\n')) throw malformed(file, 'dòng cuối bị cụt', 'its last line is cut');
  /** @type {Head[]} */
  const heads = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const value = parseStrictly(Buffer.from(line), file);
    const [place, stream, version, leaf] = Array.isArray(value) && value.length === 4 ? value : [];
    if (!isCount(place) || !isStream(stream) || !isCount(version) || !HEX.test(leaf)) {
      throw malformed(file, `dòng ${heads.length + 1} sai dạng`, `line ${heads.length + 1} is not a head`);
    }
    const head = { place, stream, version, leaf, key: orderKey(stream) };
    const before = heads.at(-1);
    if (before?.stream === stream)
      throw new Fault('stream-split', `luồng ${stream} có hai đầu`, `stream ${stream} has two heads`, { file });
    if (before !== undefined && !(place > before.place && Buffer.compare(before.key, head.key) < 0)) {
      throw malformed(file, 'đầu luồng không theo thứ tự', 'the heads do not stand in order');
    }
    heads.push(head);
  }
  return heads;
}

/**
 * @param {Zip} zip
 * @param {Manifest} manifest
 * @param {Checkpoint} checkpoint
 * @param {ReadonlyMap<string, Stream>} streams
 */
async function checkHeads(zip, manifest, checkpoint, streams) {
  const file = 'heads.ndjson';
  const heads = await readHeads(zip);
  const inScope = (/** @type {string} */ stream) => manifest.streams.some((it) => isUnder(stream, it));
  const expected = new Map(heads.filter((it) => inScope(it.stream)).map((it) => [it.stream, it]));
  for (const head of expected.values()) checkHead(head, streams.get(head.stream));
  for (const [stream, { version }] of manifest.scope.kind === 'range' ? [] : streams) {
    if (!expected.has(stream))
      throw malformed(file, `thiếu đầu của luồng ${stream}`, `the head of stream ${stream} (${version}) is missing`);
  }
  for (const prefix of manifest.streams) checkNeighbours(heads, prefix, checkpoint.heads.size);
  const proof = new Records(zip, 'heads-proof.bin', 32);
  let at = 0;
  const root = rootOfSet(
    checkpoint.heads.size,
    {
      peek: () => heads[at]?.place,
      take() {
        const { stream, version, leaf } = /** @type {Head} */ (heads[at]);
        at += 1;
        return headHash(stream, version, leaf);
      },
    },
    () => proof.next(),
  );
  if (!root?.equals(checkpoint.heads.root))
    throw new Fault('root', 'gốc của các đầu luồng không khớp chữ ký', 'the heads do not lead to the signed root of heads', { file });
}

/** @param {Head} head @param {Stream | undefined} stream */
function checkHead({ stream: name, version, leaf }, stream) {
  const id = `${name}@${version}`;
  if (stream === undefined) throw new Fault('stream-incomplete', `thiếu cả luồng ${name}`, `the whole stream ${name} is left out`, { id });
  if (stream.version < version) {
    throw new Fault(
      'stream-incomplete',
      `luồng ${name} có ${version} dòng, gói chỉ có ${stream.version}`,
      `stream ${name} has ${version} entries, the bundle ${stream.version}`,
      { id },
    );
  }
  if (stream.version > version)
    throw new Fault('stream-split', `luồng ${name} dài hơn đầu đã ký`, `stream ${name} is longer than its head says`, { id });
  if (stream.leaf.toString('hex') !== leaf)
    throw new Fault('altered-entry', 'khác với đầu luồng', 'the head of its stream has another leaf', { id });
}

/** All streams under a prefix stand side by side, between neighbours that are not under it. @param {readonly Head[]} heads @param {string} prefix @param {number} size */
function checkNeighbours(heads, prefix, size) {
  const key = orderKey(prefix);
  const found = heads.findIndex((it) => Buffer.compare(it.key, key) >= 0);
  const first = found < 0 ? heads.length : found;
  let end = first;
  while (end < heads.length && isUnder(/** @type {Head} */ (heads[end]).stream, prefix)) end += 1;
  for (let at = first; at <= end; at += 1) {
    const before = heads[at - 1]?.place ?? -1;
    const place = heads[at]?.place ?? size;
    if (place === before + 1) continue;
    throw new Fault(
      'stream-incomplete',
      `không chứng minh được không có luồng nào giữa ${heads[at - 1]?.stream ?? 'đầu'} và ${heads[at]?.stream ?? 'cuối'}`,
      `nothing proves that no stream lies between ${heads[at - 1]?.stream ?? 'the beginning'} and ${heads[at]?.stream ?? 'the end'}`,
      { file: 'heads.ndjson' },
    );
  }
}

/** Of a bundle of everything the root of heads is computed at each checkpoint: what it signed then is what stood there. */
class HeadsThen {
  /** @type {Map<string, { version: number, hash: Buffer | null, key: Buffer }>} */
  #hashes = new Map();
  /** @type {string[]} */
  #sorted = [];

  /** @param {ReadonlyMap<string, Stream>} streams @param {Checkpoint} checkpoint */
  check(streams, { size, heads }) {
    if (this.#sorted.length !== streams.size) {
      for (const name of streams.keys())
        if (!this.#hashes.has(name)) this.#hashes.set(name, { version: 0, hash: null, key: orderKey(name) });
      const keyOf = (/** @type {string} */ name) => /** @type {{ key: Buffer }} */ (this.#hashes.get(name)).key;
      this.#sorted = [...streams.keys()].sort((a, b) => Buffer.compare(keyOf(a), keyOf(b)));
    }
    const tree = new Frontier();
    for (const name of this.#sorted) tree.add(this.#hashOf(name, /** @type {Stream} */ (streams.get(name))));
    if (heads.size === streams.size && tree.root().equals(heads.root)) return;
    throw new Fault(
      'root',
      `các đầu luồng ở mốc ${size} không khớp chữ ký`,
      `the heads do not lead to the root of heads that checkpoint ${size} signs`,
      { sequence: size },
    );
  }

  /** @param {string} name @param {Stream} stream @returns {Buffer} */
  #hashOf(name, { version, leaf }) {
    const known = /** @type {{ version: number, hash: Buffer | null }} */ (this.#hashes.get(name));
    if (known.hash === null || known.version !== version) {
      known.version = version;
      known.hash = headHash(name, version, leaf.toString('hex'));
    }
    return known.hash;
  }
}

// ─── 8. Contents and deciders ───
// Entries name files and texts by SHA-256. Each that is held has the bytes of its name. It is not proven that a content
// that is not held any more was erased rightly: the entry that erased it says so.

/** @typedef {{ sha256: string, held: boolean, size: number | null, entries: Set<number> }} Content */

class Contents {
  /** @type {Map<string, Content>} */
  #listed = new Map();
  #named = 0;
  #files = 'contents.json';

  /** @param {Zip} zip */
  static async of(zip) {
    const contents = new Contents();
    const rows = parseStrictly(await wholeFile(zip, contents.#files), contents.#files);
    const isRow = (/** @type {Json} */ it) =>
      hasKeys(it, ['sha256', 'size', 'mediaType', 'held', 'entries']) &&
      HEX.test(it.sha256) &&
      typeof it.held === 'boolean' &&
      (it.held ? isCount(it.size) : true) &&
      Array.isArray(it.entries) &&
      it.entries.every(isCount);
    if (!Array.isArray(rows) || !rows.every(isRow))
      throw malformed(contents.#files, 'danh sách tệp sai dạng', 'it is not a list of contents');
    for (const row of rows) contents.#listed.set(row.sha256, { ...row, entries: new Set(row.entries) });
    if (contents.#listed.size !== rows.length) throw malformed(contents.#files, 'một tệp kê hai lần', 'a content stands twice');
    for (const name of zip.members.keys()) {
      if (name.startsWith('contents/') && contents.#listed.get(name.slice(9))?.held !== true) {
        throw new Fault('content', 'tệp không có trong danh sách', 'contents.json does not list it as held', { file: name });
      }
    }
    return contents;
  }

  /** What an entry names, contents.json must list with it. @param {Entry} entry */
  check({ value, text, sequence }) {
    if (!/ha256"/u.test(text)) return;
    /** @type {Set<string>} */
    const named = new Set();
    namedIn(value.data, named);
    for (const sha of named) {
      this.#named += 1;
      if (this.#listed.get(sha)?.entries.has(sequence)) continue;
      throw new Fault('content', `tệp ${sha} không có trong danh sách`, `contents.json does not list ${sha}, which it names`, {
        sequence,
        id: value.id,
      });
    }
  }

  /** @param {Zip} zip @param {(bytes: number) => void} progress */
  async checkFiles(zip, progress) {
    const listed = [...this.#listed.values()].reduce((sum, it) => sum + it.entries.size, 0);
    if (listed !== this.#named)
      throw new Fault('content', 'danh sách có tệp không dòng nào nêu', 'it lists what no entry names', { file: this.#files });
    let held = 0;
    for (const { sha256: name, size } of [...this.#listed.values()].filter((it) => it.held)) {
      const file = `contents/${name}`;
      const member = zip.members.get(file);
      if (member === undefined) throw new Fault('content', 'thiếu tệp', 'the file is missing', { file });
      const hash = crypto.createHash('sha256');
      for (const piece of packedPieces(zip, member)) {
        hash.update(piece);
        progress(piece.length);
      }
      if (member.size !== size || hash.digest('hex') !== name)
        throw new Fault('content', 'nội dung không khớp băm', 'its bytes do not have the hash of its name', { file });
      held += 1;
    }
    return { held, gone: this.#listed.size - held };
  }
}

/** Strings of 64 hex digits under a name that is or ends in sha256. @param {Json} value @param {Set<string>} into */
function namedIn(value, into) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'string' && /(^s|S)ha256$/u.test(key) && HEX.test(member)) into.add(member);
    else namedIn(member, into);
  }
}

/** The archives by hash. @param {Zip} zip @returns {Promise<Map<string, string>>} */
async function readDeciders(zip) {
  /** @type {Map<string, string>} */
  const archives = new Map();
  for (const name of zip.members.keys()) {
    if (!name.startsWith('deciders/')) continue;
    const hash = name.slice(9, -5);
    let bytes;
    try {
      bytes = await wholeFile(zip, name);
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.kind === 'file-altered') bytes = Buffer.alloc(0);
      else throw thrown;
    }
    if (sha256Hex(bytes) !== hash)
      throw new Fault('deciders', 'bộ quy tắc bị sửa', 'the deciders do not have the hash of their name', { file: name });
    archives.set(hash, bytes.toString('utf8'));
  }
  return archives;
}

// ─── 9. Decisions ───
// The rules of then are run once more. For every command: the state of its stream, folded from the entries before, and the
// recorded command must give the recorded events or the recorded refusal, value for value. A wake-up must come at the
// instant the state waits for, and no command may pass a wake-up that was due before it. It proves that every decision
// follows from the archived rules. That those rules are the published ones you see by their hash.
//
// The deciders run in a V8 context of their own. Only texts and functions of that context go in and out, never an object of
// this program, so that nothing leads from there to the file system; Date, Math.random and the rest are taken away first;
// what does not end is stopped. Walls like these keep out accidents and chance, not whoever breaks V8: the context therefore
// stands in a process of its own ("Who re-performs"). On bundles whose key you do not trust, use a machine that has nothing
// to lose, or --no-decisions.

/**
 * The room of the deciders: this function's text is run in their context. It holds the state of each life (a stream as one
 * version of the deciders sees it) and does with each entry what it asks.
 * @param {typeof planRoom} plansOf section 10, run in the same context
 */
function deciderRoom(plansOf) {
  'use strict';
  const { parse, stringify } = JSON;
  const room = /** @type {Json} */ (globalThis);
  for (const name of ['Date', 'Intl', 'console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry'])
    delete room[name];
  delete (/** @type {Json} */ (Math).random);
  // Node makes the text of a stack by a function of its own: from an error in that one a way leads out of the room.
  Object.defineProperty(Error, 'stackTraceLimit', { value: undefined, writable: false, configurable: false });

  /** hash → path → module @type {Map<string, Map<string, { run: Function, module: { exports: Json } | null }>>} */
  const archives = new Map();
  /** @type {Map<string, { decider: Json, fold: Json, pending: Json[], sequence: number }>} */
  const lives = new Map();
  /** Four each: what, sequence, key, JSON. No list: a decider could have put a setter into the prototype of lists. @type {Json} */
  let given = { __proto__: null };
  let count = 0;
  let current = 0;

  /** @param {string} hash @param {string} path @returns {Json} */
  function load(hash, path) {
    const archive = archives.get(hash);
    const file = [path, `${path}.js`, path === '' ? 'index.js' : `${path}/index.js`].find((it) => archive?.has(it));
    const found = file === undefined ? undefined : archive?.get(file);
    if (found === undefined || file === undefined) throw new Error(`the archive has no module ${path}`);
    if (found.module !== null) return found.module.exports;
    const module = { exports: {} };
    found.module = module;
    const folder = file.split('/').slice(0, -1);
    found.run(module.exports, (/** @type {string} */ wanted) => load(hash, joined(folder, wanted)), module);
    return module.exports;
  }

  /** @param {readonly string[]} folder @param {string} wanted */
  function joined(folder, wanted) {
    if (!/^\.\.?(\/|$)/.test(wanted)) throw new Error(`deciders import nothing but one another, not ${wanted}`);
    const parts = [...folder];
    for (const part of wanted.split('/')) {
      if (part === '..') {
        if (parts.pop() === undefined) throw new Error(`${wanted} leads out of the archive`);
      } else if (part !== '.' && part !== '') parts.push(part);
    }
    return parts.join('/');
  }

  /** As the ledger folds: in place where a decider offers it, else state after state. @param {Json} decider @param {Json} from */
  function foldOf(decider, from) {
    if (decider.folding) return decider.folding(from);
    let state = from;
    return {
      get state() {
        return state;
      },
      add(/** @type {Json} */ event) {
        state = decider.evolve(state, event);
      },
    };
  }

  /** @param {string} type */
  const shortName = (type) => type.split('.').at(-2);

  /** @param {Json} entry @returns {Json} */
  const commandOf = ({ subject, causationid, data: { commandId, command, actor, receivedAt, effectiveAt } }) => ({
    ...{ id: commandId, stream: subject, type: command.type, data: command.data },
    ...{ actor, receivedAt, effectiveAt },
    ...(command.plan === undefined ? {} : { plan: command.plan }),
    ...(causationid === undefined ? {} : { causedBy: causationid }),
  });

  /** @param {Json} entry @returns {Json} */
  const eventOf = ({ type, data, time, correlationid }) => ({
    ...{ type: shortName(type), data: data.body },
    ...{ at: time, commandId: correlationid, actor: data.actor },
  });

  /** Equal as JSON: what is undefined is not there. @param {Json} a @param {Json} b @returns {boolean} */
  function equal(a, b) {
    if (a === b) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    if (Array.isArray(a)) {
      if (a.length !== b.length) return false;
      for (let at = 0; at < a.length; at += 1) if (!equal(a[at], b[at])) return false;
      return true;
    }
    let known = 0;
    for (const key of Object.keys(a)) {
      if (a[key] === undefined) continue;
      known += 1;
      if (!Object.hasOwn(b, key) || !equal(a[key], b[key])) return false;
    }
    for (const key of Object.keys(b)) if (b[key] !== undefined) known -= 1;
    return known === 0;
  }

  /** Time itself asks, at the instant the state waits for. @param {Json} entry @param {string | null} dueAt */
  const isDue = ({ subject, streamversion, data: { commandId, actor, effectiveAt, receivedAt } }, dueAt) =>
    commandId === `wake:${subject}@${streamversion - 1}` &&
    actor.id === 'clock' &&
    actor.role === 'system' &&
    effectiveAt === dueAt &&
    receivedAt >= effectiveAt;

  /** @param {Json} life @param {Json} entry @returns {string | null} what is not by the rules */
  function decide(life, entry) {
    const { decider, fold } = life;
    const command = commandOf(entry);
    if (!entry.type.startsWith(`dondoc.${decider.kind}.`)) return 'kind';
    const dueAt = decider.nextWakeup(fold.state);
    const isWakeUp = command.type === 'WakeUp';
    if (isWakeUp && !isDue(entry, dueAt)) return 'wake-up';
    if (!isWakeUp && dueAt !== null && dueAt < command.effectiveAt) return 'passed';
    const decision = decider.decide(fold.state, command);
    if (decision.ok !== (entry.data.outcome === 'accepted')) return 'outcome';
    if (!decision.ok) return equal(decision.rejection, entry.data.rejection) ? null : 'rejection';
    life.pending = [...decision.events];
    return isWakeUp && life.pending.length === 0 ? 'wake-up' : null;
  }

  /** @param {Json} life @param {Json} entry @returns {string | null} */
  function follow(life, entry) {
    const due = life.pending.shift();
    const event = eventOf(entry);
    if (due === undefined) return 'more';
    if (due.type !== event.type || !equal(due.data, event.data)) return 'event';
    life.fold.add(event);
    return null;
  }

  /** @param {string} key @param {number} sequence @param {Json} entry @returns {Json} */
  function perform(key, sequence, entry) {
    const life = /** @type {Json} */ (lives.get(key));
    if (entry.data.commandId === undefined) return faultOf(follow(life, entry), sequence);
    if (life.pending.length > 0) return faultOf('fewer', life.sequence);
    life.sequence = sequence;
    return faultOf(decide(life, entry), sequence) ?? plans.check(life, sequence, entry);
  }

  /** @param {string | null} what @param {number} sequence */
  const faultOf = (what, sequence) => (what === null ? null : { what, sequence });

  /** What can be asked: each answers nothing, a fault, or what it was asked for. @type {Json} */
  const acts = {
    /** A life begins, or comes back from where it was put away. @param {number} sequence @param {string} key @param {[string, string, Json]} life */
    begin(sequence, key, [hash, stream, kept]) {
      const decider = load(hash, '').deciderOf(stream);
      const from = kept ?? { state: decider.initial, sequence: 0 };
      lives.set(key, { decider, fold: foldOf(decider, from.state), pending: [], sequence: from.sequence });
      return null;
    },
    perform(/** @type {number} */ sequence, /** @type {string} */ key, /** @type {Json} */ entry) {
      const answer = perform(key, sequence, entry);
      plans.hear(sequence, entry);
      return answer;
    },
    hear: (/** @type {number} */ sequence, /** @type {string} */ _key, /** @type {Json} */ entry) => plans.hear(sequence, entry),
    shelve: (/** @type {number} */ sequence, /** @type {string} */ stream, /** @type {Json[]} */ entries) =>
      plans.shelve(sequence, stream, entries),
    plan: (/** @type {number} */ sequence, /** @type {string} */ key, /** @type {Json} */ entry) =>
      plans.check(lives.get(key), sequence, entry),
    plans: () => plans.figures,
    /** An entry that other deciders decided: these only fold it. @param {number} _sequence @param {string} key @param {Json} entry */
    follow(_sequence, key, entry) {
      if (entry.data.commandId === undefined) lives.get(key)?.fold.add(eventOf(entry));
      return null;
    },
    /** Their texts; of those whose events are due, nothing. @param {number} _sequence @param {string} _key @param {string[]} keys */
    putAway(_sequence, _key, keys) {
      const kept = [];
      for (const key of keys) {
        const life = lives.get(key);
        const isKept = life !== undefined && life.pending.length === 0;
        kept.push(isKept ? stringify({ state: life.fold.state, sequence: life.sequence }) : '');
        if (isKept) lives.delete(key);
      }
      return { kept };
    },
    /** The first command whose events are not all there. */
    unfinished() {
      let first = 0;
      for (const { pending, sequence } of lives.values()) {
        if (pending.length > 0 && (first === 0 || sequence < first)) first = sequence;
      }
      return { first };
    },
  };

  const plans = plansOf({ load, archives, foldOf, commandOf, eventOf, equal });

  /** Where a plan waits for a stream: what was given then, and from where it goes on. @type {{ list: Json, end: number, at: number } | null} */
  let waiting = null;

  /** @param {{ list: Json, end: number, at: number }} asked @param {boolean} isAgain its first one has been decided, and waits for its plan */
  function actOn({ list, end, at: from }, isAgain) {
    for (let at = from; at < end; at += 4) {
      const what = isAgain && at === from ? 'plan' : list[at];
      const sequence = list[at + 1];
      current = sequence;
      let answer;
      try {
        answer = acts[what](sequence, list[at + 2], parse(list[at + 3]));
      } catch (thrown) {
        const message = String(/** @type {Json} */ (thrown)?.message).slice(0, 300);
        answer = { what: what === 'begin' ? 'load' : 'threw', sequence, message };
      }
      if (answer?.wants !== undefined) waiting = { list, end, at };
      if (answer !== null) return stringify(answer);
    }
    return '';
  }

  Object.defineProperty(room, 'actAsGiven', {
    value() {
      const before = waiting;
      waiting = null;
      const answer = actOn({ list: given, end: count, at: 0 }, false);
      return answer !== '' || before === null ? answer : actOn(before, true);
    },
  });

  // These are called without a limit of time, and so they run nothing that a decider could have put in its place.
  return {
    current: () => current,
    /** What is to be done next. @param {string} what @param {number} sequence @param {string} key @param {string} text JSON */
    give(what, sequence, key, text) {
      given[count] = what;
      given[count + 1] = sequence;
      given[count + 2] = key;
      given[count + 3] = text;
      count += 4;
    },
    forget() {
      given = { __proto__: null };
      count = 0;
    },
    /** Before any decider runs. @param {string | null} text */
    scope: (text) => plans.scope(text),
    /** Before any decider runs. @param {string} hash @param {string} path @param {Function} run */
    define(hash, path, run) {
      if (!archives.has(hash)) archives.set(hash, new Map());
      archives.get(hash)?.set(path, { run, module: null });
    },
  };
}

/** @type {Readonly<Record<string, readonly [vi: string, en: string]>>} */
const DECISION_FAULTS = {
  kind: ['loại luồng khác', 'its type is of another kind of stream'],
  'wake-up': ['đánh thức không đúng lúc trạng thái chờ', 'the state waits for no wake-up at that instant'],
  passed: ['lệnh vượt qua một lần đánh thức đến hạn trước đó', 'a wake-up was due before it and did not come'],
  outcome: ['quy tắc chấp nhận hay từ chối khác với đã ghi', 'accepted or refused: the rules say the other'],
  rejection: ['lý do từ chối khác', 'the rules refuse it for another reason'],
  event: ['sự kiện khác với quy tắc cho', 'the rules give another event'],
  more: ['nhiều sự kiện hơn quy tắc cho', 'the rules give fewer events'],
  fewer: ['ít sự kiện hơn quy tắc cho', 'the rules give more events than are recorded'],
  load: ['bộ quy tắc không chạy được', 'the deciders do not run for this stream'],
  threw: ['bộ quy tắc không đọc được dòng này', 'the deciders cannot take it'],
  timeout: ['quyết định không kết thúc', 'the decision does not end'],
  wants: ['việc lập kế hoạch hỏi mãi không thôi', 'planning asks for streams without end'],
};

/**
 * `import(…)` answers with an error of this program, and from that a way leads out of the room. The word cannot be written
 * in another way; between it and what follows there may be comments.
 */
const IMPORTS = /(?<![\w$])import\s*(?:\/\*|\/\/|\(|\.|<!--|-->)/u;

/** Every look at the clock of a decision costs a thread: many are decided under one. */
const MOST_QUEUED = 1024;
const MOST_QUEUED_BYTES = 16 * 1024 * 1024;
/** Streams that one plan may ask for. */
const MOST_WANTED = 4096;

/**
 * What re-performs: an entry after the other of each stream, in order.
 * @typedef {{ sequence: number, offset: number, length: number, stream: string, version: number, deciders: string }} Ask
 * @typedef {object} Setting
 * @property {string} bundle
 * @property {string} folder for what memory has no room for
 * @property {[string, string][]} archives
 * @property {boolean} isRange
 * @property {readonly string[]} streams prefixes of those that the bundle holds whole
 * @property {number} mostBytes of entries whose states are kept in memory
 * @property {number} timeoutMs for so many decisions as are made at a time
 */

/**
 * A life: a stream as one version of the deciders folds it. Where several versions decided in one stream, each has a life of
 * its own, folded from the stream's beginning, for what a state looks like is every version's own business.
 * @typedef {{ key: string, hash: string, stream: string, version: number, weight: number, slot: { at: number, room: number, length: number } | null }} Life
 */

class Performer {
  #room;
  #queued = 0;
  #queuedBytes = 0;
  /** @type {Map<string, Life>} */
  #lives = new Map();
  /** Those in memory, the longest unused first. @type {Map<string, Life>} */
  #loaded = new Map();
  #weight = 0;
  #spill = new Spill();
  #history;
  /** @type {Set<string>} */
  #headless = new Set();
  performed = 0;
  /** What became of plans. @type {Record<string, number>} */
  plans = {};

  /** @param {Setting} setting @param {() => void} alive told before each time that the deciders run */
  constructor(setting, alive) {
    this.setting = setting;
    this.alive = alive;
    // What a decider leaves for later (promises) runs under the same limit of time.
    this.context = vm.createContext(Object.create(null), {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: 'afterEvaluate',
    });
    this.#room = /** @type {ReturnType<typeof deciderRoom>} */ (
      vm.runInContext(`(${deciderRoom.toString()})(${planRoom.toString()})`, this.context)
    );
    this.#room.scope(setting.isRange ? null : JSON.stringify(setting.streams));
    // What is thrown in the room never comes out of it: to look at it would be to run what a decider made of it.
    this.script = new vm.Script('try { actAsGiven() } catch { null }');
    for (const [hash, archive] of setting.archives) this.#define(hash, archive);
    // Where rules changed a stream is read again from its beginning, and where a plan asks for another one.
    this.#history = setting.isRange && setting.archives.length < 2 ? null : new History(setting);
  }

  /** @param {string} hash @param {string} archive */
  #define(hash, archive) {
    const file = `deciders/${hash}.json`;
    const sources = parseFile(Buffer.from(archive), file);
    for (const [name, source] of Object.entries(isObject(sources) ? sources : {})) {
      if (IMPORTS.test(String(source)))
        throw new Fault('deciders', `tệp ${name} nạp mã khi đang chạy`, `${name} imports while it runs`, { file });
      try {
        const run = vm.compileFunction(String(source), ['exports', 'require', 'module'], {
          parsingContext: this.context,
          filename: `${hash.slice(0, 8)}/${name}`,
        });
        this.#room.define(hash, name, run);
      } catch {
        throw new Fault('deciders', `tệp ${name} không phải JavaScript`, `${name} is not JavaScript`, { file });
      }
    }
  }

  /** @param {Ask} ask @param {string} text */
  add(ask, text) {
    const { stream, version, deciders, sequence, length } = ask;
    if (version > 1 && !this.#knows(stream)) {
      // A range may begin in the middle of a stream: what was before is not known.
      this.#headless.add(stream);
      return;
    }
    if (!this.#archived(deciders))
      throw new Fault('deciders', `thiếu bộ quy tắc ${deciders}`, `the bundle has no deciders ${deciders}`, {
        sequence,
        id: `${stream}@${version}`,
      });
    const life = this.#life(stream, deciders, ask);
    this.#history?.add(ask);
    this.#ask('perform', sequence, life.key, text);
    life.version = version;
    this.#weigh(life, length);
    this.performed += 1;
  }

  /** An entry that another thread performs: plans here may rest on it. @param {Ask} ask @param {string | null} text */
  hear(ask, text) {
    this.#history?.add(ask);
    if (text !== null) this.#ask('hear', ask.sequence, '', text);
  }

  /** @param {string} what @param {number} sequence @param {string} key @param {string} text JSON */
  #ask(what, sequence, key, text) {
    this.#room.give(what, sequence, key, text);
    this.#queued += 1;
    this.#queuedBytes += text.length;
    if (this.#queued >= MOST_QUEUED || this.#queuedBytes >= MOST_QUEUED_BYTES) this.flush();
  }

  /** @param {string} stream */
  #knows(stream) {
    return !this.#headless.has(stream) && this.setting.archives.some(([hash]) => this.#lives.has(`${hash} ${stream}`));
  }

  /** @param {string} hash */
  #archived(hash) {
    return this.setting.archives.some(([it]) => it === hash);
  }

  /** @param {string} stream @param {string} hash @param {Ask} ask @returns {Life} */
  #life(stream, hash, ask) {
    const key = `${hash} ${stream}`;
    let life = this.#lives.get(key);
    if (life === undefined) {
      life = { key, hash, stream, version: 0, weight: 0, slot: null };
      this.#lives.set(key, life);
    }
    this.#wake(life, ask);
    if (life.version < ask.version - 1) this.#catchUp(life, ask);
    return life;
  }

  /** @param {Life} life @param {Ask} ask */
  #wake(life, { sequence }) {
    if (this.#loaded.delete(life.key)) {
      this.#loaded.set(life.key, life);
      return;
    }
    const kept = life.slot === null ? 'null' : this.#spill.read(this.setting.folder, life.slot);
    this.#ask('begin', sequence, life.key, `[${JSON.stringify(life.hash)},${JSON.stringify(life.stream)},${kept}]`);
    this.#loaded.set(life.key, life);
    this.#weight += life.weight;
  }

  /** Entries of the stream that other deciders decided meanwhile. @param {Life} life @param {Ask} ask */
  #catchUp(life, ask) {
    for (const { text, length } of this.#history?.between(ask.stream, life.version) ?? []) {
      this.#ask('follow', ask.sequence, life.key, text);
      this.#weigh(life, length);
    }
  }

  /** A state is about as large as what was folded into it. @param {Life} life @param {number} length */
  #weigh(life, length) {
    life.weight += length;
    this.#weight += length;
    if (this.#weight > this.setting.mostBytes) this.#makeRoom(life);
  }

  /** @param {Life} used */
  #makeRoom(used) {
    this.flush();
    const some = [];
    let left = this.#weight;
    for (const life of this.#loaded.values()) {
      if (left <= this.setting.mostBytes / 2) break;
      if (life === used) continue;
      some.push(life);
      left -= life.weight;
    }
    if (some.length === 0) return;
    this.#room.give('putAway', 0, '', JSON.stringify(some.map((it) => it.key)));
    const { kept } = this.#answer(this.#run());
    if (!Array.isArray(kept) || kept.length !== some.length || !kept.every((it) => typeof it === 'string')) throw this.#nonsense();
    for (const [at, life] of some.entries()) {
      const text = /** @type {string} */ (kept[at]);
      if (text === '') continue;
      life.slot = this.#spill.write(this.setting.folder, text, life.slot);
      this.#loaded.delete(life.key);
      this.#weight -= life.weight;
    }
  }

  /** Everything given so far is decided. */
  flush() {
    if (this.#queued === 0) return;
    this.#queued = 0;
    this.#queuedBytes = 0;
    let answer = this.#run();
    for (let asked = 0, by = 0; answer !== ''; asked += 1) {
      const { wants, sequence, ...fault } = this.#answer(answer);
      if (!isCount(sequence) || (wants !== undefined && !(Array.isArray(wants) && isText(wants[0]) && isCount(wants[1]))))
        throw this.#nonsense();
      if (wants === undefined) throw decisionFault({ ...fault, what: textSaid(fault.what), message: textSaid(fault.message), sequence });
      if (by !== sequence) [asked, by] = [0, sequence];
      if (asked === MOST_WANTED) throw decisionFault({ what: 'wants', sequence });
      const [stream, last] = wants;
      this.#room.give('shelve', sequence, stream, this.#behind(stream, last, sequence));
      answer = this.#run();
    }
  }

  /** The entries of a stream that a plan asks for. @param {string} stream @param {number} last @param {number} before */
  #behind(stream, last, before) {
    const found = [];
    for (const { sequence, text } of this.#history?.behind(stream, last) ?? []) if (sequence < before) found.push(`[${sequence},${text}]`);
    return `[${found.join(',')}]`;
  }

  /** The one way into the room once deciders are in it: within the limit of time. @returns {string} */
  #run() {
    this.alive();
    try {
      const answer = this.script.runInContext(this.context, { timeout: this.setting.timeoutMs });
      if (typeof answer === 'string') return answer;
    } catch (thrown) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (thrown);
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw decisionFault({ what: 'timeout', sequence: this.#room.current() });
    } finally {
      this.#room.forget();
    }
    throw decisionFault({ what: 'threw', sequence: this.#room.current() });
  }

  /** What the room said, which a decider may have put its hand to. @param {string} text @returns {Record<string, Json>} */
  #answer(text) {
    const said = JSON.parse(text);
    if (!isObject(said)) throw this.#nonsense();
    return said;
  }

  #nonsense() {
    return decisionFault({ what: 'threw', sequence: this.#room.current() });
  }

  /** Of a range the last command may stand without its events. */
  finish() {
    this.flush();
    this.#room.give('plans', 0, '', 'null');
    this.plans = planFigures(this.#answer(this.#run()));
    if (this.setting.isRange) return;
    this.#room.give('unfinished', 0, '', 'null');
    const { first } = this.#answer(this.#run());
    if (!isCount(first)) throw this.#nonsense();
    if (first > 0) throw decisionFault({ what: 'fewer', sequence: first });
  }

  close() {
    this.#spill.close();
    this.#history?.close();
  }
}

/** @param {{ what: string, sequence: number, message?: string, plan?: Json }} fault */
function decisionFault({ what, sequence, message = '', plan }) {
  if (plan !== undefined) return planFault(sequence, isObject(plan) ? plan : {});
  const [vi, en] = Object.hasOwn(DECISION_FAULTS, what) ? /** @type {[string, string]} */ (DECISION_FAULTS[what]) : [what, what];
  const more = message === '' ? '' : ` (${message})`;
  return new Fault(what === 'load' ? 'deciders' : 'decision', `${vi}${more}`, `${en}${more}`, { sequence });
}

/** @param {number} sequence @param {Record<string, Json>} plan */
function planFault(sequence, { path, recorded, made, of }) {
  const say = (/** @type {Json} */ value, /** @type {string} */ none) => (value === undefined ? none : JSON.stringify(value).slice(0, 200));
  const place = [of, path]
    .map(textSaid)
    .filter((it) => it !== '')
    .join(': ');
  return new Fault(
    'plan',
    `${place}: đã ghi ${say(recorded, 'không có kế hoạch')}, quy tắc cho ${say(made, 'không có')}`,
    `${place}: recorded ${say(recorded, 'nothing')}, the rules give ${say(made, 'nothing')}`,
    { sequence },
  );
}

/** States for which memory has no room, in one file. A state that fits its old place is put there again. */
class Spill {
  #fd = -1;
  #end = 0;

  /** @param {string} folder @param {string} text @param {Life['slot']} slot @returns {NonNullable<Life['slot']>} */
  write(folder, text, slot) {
    const bytes = Buffer.from(text);
    this.#open(folder);
    const place = slot !== null && slot.room >= bytes.length ? slot : { at: this.#end, room: bytes.length * 2, length: 0 };
    if (place.at === this.#end) this.#end += place.room;
    writeAll(this.#fd, bytes, place.at);
    return { ...place, length: bytes.length };
  }

  /** @param {string} folder @param {NonNullable<Life['slot']>} slot */
  read(folder, { at, length }) {
    this.#open(folder);
    return readAt(this.#fd, at, length).toString('utf8');
  }

  /** @param {string} folder */
  #open(folder) {
    if (this.#fd < 0) this.#fd = fs.openSync(path.join(folder, `states-${process.pid}`), 'w+', 0o600);
  }

  close() {
    if (this.#fd >= 0) fs.closeSync(this.#fd);
  }
}

/** @param {number} fd @param {Buffer} bytes @param {number} at */
function writeAll(fd, bytes, at) {
  let done = 0;
  while (done < bytes.length) done += fs.writeSync(fd, bytes, done, bytes.length - done, at + done);
}

/** Where the entries of each stream stand in the bundle: each record leads to the one before it. 32 bytes an entry, on disk. */
const RECORD_BYTES = 32;

class History {
  #fd;
  #bundle;
  /** @type {Map<string, number>} */
  #last = new Map();
  /** @type {Buffer[]} */
  #waiting = [];
  #count = 0;
  #written = 0;

  /** @param {Setting} setting */
  constructor({ folder, bundle }) {
    this.#fd = fs.openSync(path.join(folder, `history-${process.pid}`), 'w+', 0o600);
    this.#bundle = fs.openSync(bundle, 'r');
  }

  /** @param {Ask} ask */
  add({ stream, offset, length, sequence }) {
    const record = Buffer.alloc(RECORD_BYTES);
    record.writeDoubleLE(offset, 0);
    record.writeDoubleLE(length, 8);
    record.writeDoubleLE(this.#last.get(stream) ?? -1, 16);
    record.writeDoubleLE(sequence, 24);
    this.#last.set(stream, this.#count);
    this.#count += 1;
    this.#waiting.push(record);
    if (this.#waiting.length >= 4096) this.#write();
  }

  #write() {
    const bytes = Buffer.concat(this.#waiting);
    writeAll(this.#fd, bytes, this.#written);
    this.#written += bytes.length;
    this.#waiting = [];
  }

  /** A stream's entries behind version `after` up to the last one added. @param {string} stream @param {number} after */
  between(stream, after) {
    return this.#read(this.#records(stream, 0).slice(after));
  }

  /** A stream's entries behind a sequence. @param {string} stream @param {number} sequence */
  behind(stream, sequence) {
    return this.#read(this.#records(stream, sequence));
  }

  /** @param {string} stream @param {number} after @returns {{ offset: number, length: number, sequence: number }[]} */
  #records(stream, after) {
    this.#write();
    const found = [];
    for (let at = this.#last.get(stream) ?? -1; at >= 0;) {
      const record = readAt(this.#fd, at * RECORD_BYTES, RECORD_BYTES);
      const sequence = record.readDoubleLE(24);
      if (sequence <= after) break;
      found.push({ offset: record.readDoubleLE(0), length: record.readDoubleLE(8), sequence });
      at = record.readDoubleLE(16);
    }
    return found.reverse();
  }

  /** @param {readonly { offset: number, length: number, sequence: number }[]} records */
  *#read(records) {
    for (const { offset, length, sequence } of records)
      yield { text: readAt(this.#bundle, offset, length).toString('utf8'), length, sequence };
  }

  close() {
    fs.closeSync(this.#fd);
    fs.closeSync(this.#bundle);
  }
}

// ─── 10. Plans ───
// A command carries its plan: the due time with its reasons, the rungs and their times, who owes, who stands above whom, which
// powers and bars hold. It was made when the command came in, by the planning archived with the deciders, from the state of its
// stream and from calendars, policies, units and bars as they stood then. Here it is made once more from the entries, and compared
// value for value. When exactly the ledger was read is not on record: it may be any moment from ten minutes before the receipt
// (by the ledger's own clock) to the decision. What only the whole ledger or the store of contents can tell (which directives
// name a unit, whose a personal value is, whether a file was there) is taken from the recorded plan, the rest is made with it.

/**
 * The room's part that plans: this function's text is run in the context of the deciders, too.
 * @param {Record<'load' | 'foldOf' | 'commandOf' | 'eventOf' | 'equal', Function> & { archives: Map<string, unknown> }} deciding
 */
function planRoom(deciding) {
  'use strict';
  const { load, archives, foldOf, commandOf, eventOf, equal } = deciding;
  const WITHIN_MS = 600_000;
  /** Events kept of streams that plans ask about. */
  const MOST_SHELVED = 20_000;
  /** Moments at which the ledger may have been read; where two parts of it were read apart, the square of so many. */
  const MOST_MOMENTS = 200;
  const MOST_APART = 16;
  const BOOK = /^(?:org|bars|policy|calendar)(?:\/|$)/;
  const INSTANT = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/;

  /** Of which streams the bundle holds every entry; null: of none, nothing can be planned. @type {string[] | null} */
  let prefixes = null;
  const figures = { plans: 0, plansTaken: 0, plansPartly: 0, plansOther: 0 };
  /** @typedef {{ sequence: number, version: number, recordedat: string, stream: string, event: Json }} Known */
  /** What calendars, policies, units and bars are made of. @type {Known[]} */
  const book = [];
  /** By version of the rules: the book as far as it is folded. @type {Map<string, { count: number, folds: Map<string, Json>, made: Json }>} */
  const books = new Map();
  /** Other streams that plans ask about. @type {Map<string, { upTo: number, last: number, events: Known[], folds: Map<string, { count: number, fold: Json }> }>} */
  const shelf = new Map();
  let shelved = 0;
  /** What one plan needs of earlier moments: forgotten after it. @type {Map<string, Json>} */
  const past = new Map();

  /** @param {string} key @param {() => Json} make */
  function once(key, make) {
    if (!past.has(key)) past.set(key, make());
    return past.get(key);
  }

  /** @param {number} sequence @param {Json} entry @returns {Known} */
  const known = (sequence, { type, subject: stream, streamversion: version, recordedat, data, ...more }) => ({
    ...{ sequence, version, recordedat, stream },
    event: data.commandId === undefined ? eventOf({ type, data, subject: stream, ...more }) : null,
  });

  /** Every entry that makes the book, in order. @param {number} sequence @param {Json} entry */
  function hear(sequence, entry) {
    if (prefixes !== null && BOOK.test(entry.subject)) book.push(known(sequence, entry));
    return null;
  }

  /** The entries of a stream behind those that are known. @param {number} sequence @param {string} stream @param {[number, Json][]} entries */
  function shelve(sequence, stream, entries) {
    const kept = shelf.get(stream) ?? { upTo: 0, last: 0, events: /** @type {Known[]} */ ([]), folds: new Map() };
    for (const [at, entry] of entries) {
      if (at <= kept.last) continue;
      kept.events.push(known(at, entry));
      kept.last = at;
      shelved += 1;
    }
    kept.upTo = sequence;
    shelf.delete(stream);
    shelf.set(stream, kept);
    for (const [name, { upTo, events }] of shelf) {
      if (shelved <= MOST_SHELVED || upTo === sequence) break;
      shelf.delete(name);
      shelved -= events.length;
    }
    return null;
  }

  /** How many of them stand before a sequence. @param {readonly Known[]} events @param {number} cut */
  function countBefore(events, cut) {
    let count = events.length;
    while (count > 0 && /** @type {Known} */ (events[count - 1]).sequence >= cut) count -= 1;
    return count;
  }

  /** The calendars, policies, units and bars as they stood before a sequence. @param {string} hash @param {number} cut */
  function bookBefore(hash, cut) {
    const count = countBefore(book, cut);
    const last = books.get(hash);
    if (last?.count === count) return last.made;
    if (last !== undefined && last.count > count) return once(`${hash} ${count}`, () => bookOf(hash, new Map(), 0, count));
    const folds = last?.folds ?? new Map();
    const made = bookOf(hash, folds, last?.count ?? 0, count);
    books.set(hash, { count, folds, made });
    return made;
  }

  /** @param {string} hash @param {Map<string, Json>} folds what is folded already @param {number} from @param {number} to */
  function bookOf(hash, folds, from, to) {
    const { deciderOf, bookFrom } = rulesOf(hash);
    for (const { stream, event } of book.slice(from, to)) {
      if (!folds.has(stream)) folds.set(stream, foldOf(deciderOf(stream), deciderOf(stream).initial));
      if (event !== null) folds.get(stream).add(event);
    }
    return bookFrom([...folds].map(([stream, { state }]) => [stream, state]));
  }

  /** @param {string} stream */
  const eventsOf = (stream) =>
    BOOK.test(stream) ? book.filter((it) => it.stream === stream) : /** @type {Known[]} */ (shelf.get(stream)?.events);

  /** A stream's state as it stood before a sequence. @param {string} hash @param {string} stream @param {number} cut */
  function stateBefore(hash, stream, cut) {
    const events = eventsOf(stream);
    const folds = shelf.get(stream)?.folds;
    const count = countBefore(events, cut);
    const last = folds?.get(hash);
    if (last?.count === count) return last.fold.state;
    const decider = rulesOf(hash).deciderOf(stream);
    const folded = (/** @type {Json} */ fold, /** @type {number} */ from) => {
      for (const { event } of events.slice(from, count)) if (event !== null) fold.add(event);
      return fold;
    };
    const anew = () => folded(foldOf(decider, decider.initial), 0);
    if (folds === undefined || (last !== undefined && last.count > count)) return once(`${hash} ${count} ${stream}`, anew).state;
    const fold = last === undefined ? anew() : folded(last.fold, last.count);
    folds.set(hash, { count, fold });
    return fold.state;
  }

  /** A command as planning sees it. @param {Json} command */
  const plannable = ({ type, stream, data, actor, receivedAt, effectiveAt }) => ({ type, stream, data, actor, receivedAt, effectiveAt });

  /** Null: of a release before planning was archived. @type {Map<string, Json>} */
  const rulesByHash = new Map();
  /** @param {string} hash @returns {Json} */
  function rulesOf(hash) {
    const cached = rulesByHash.get(hash);
    if (cached !== undefined) return cached;
    const rules = load(hash, '');
    const planning = typeof rules.planning === 'function' ? rules : null;
    rulesByHash.set(hash, planning);
    return planning;
  }

  /** @param {string} stream */
  const isHere = (stream) => prefixes?.some((it) => it === '' || stream === it || stream.startsWith(`${it}/`)) === true;

  /**
   * The plan by one version of the rules, on the ledger as it stood before one entry: `plan`, or the streams it `wants` to see
   * first, or that it asks for what is `outside` the bundle.
   * @param {Json} asked
   */
  function attempt({ hash, sequence, command, recorded, own, cut, at }) {
    const rules = rulesOf(hash);
    const planned = plannable({ ...command, receivedAt: at, effectiveAt: at });
    if (!rules.needsPlan(planned)) return { plan: undefined, streams: [], isPartly: false };
    const streams = [];
    let isPartly = false;
    const steps = rules.planning(planned, { state: own, book: bookBefore(hash, cut), at });
    let step = steps.next();
    while (step.done !== true) {
      const question = step.value;
      const taken = rules.recordedAnswer(question, recorded);
      isPartly ||= taken !== null;
      let answer = taken?.is;
      if (taken === null) {
        const { stream: wanted } = question;
        if (!isHere(wanted)) return { outside: wanted };
        if (!BOOK.test(wanted) && (shelf.get(wanted)?.upTo ?? 0) < sequence) return { wants: [wanted, shelf.get(wanted)?.last ?? 0] };
        streams.push(wanted);
        answer = question.ask === 'state' ? stateBefore(hash, wanted, cut) : typeBefore(wanted, question.version, cut);
      }
      step = steps.next(answer);
    }
    return { plan: step.value, streams, isPartly };
  }

  /** @param {string} stream @param {number} version @param {number} cut */
  const typeBefore = (stream, version, cut) =>
    eventsOf(stream).find((it) => it.version === version && it.sequence < cut)?.event?.type ?? null;

  /**
   * Null: it is the recorded plan, or cannot be made here. Else a fault, or streams it wants to see before it is asked again.
   * @param {Json} life @param {number} sequence @param {Json} entry @returns {Json}
   */
  function check(life, sequence, entry) {
    const { deciders: hash, data } = entry;
    const recorded = data.command.plan;
    const rules = prefixes === null ? null : rulesOf(hash);
    if (rules === null) {
      if (recorded !== undefined) figures.plansTaken += 1;
      return null;
    }
    // Most commands need no plan.
    if (recorded === undefined && !rules.needsPlan(plannable(commandOf(entry)))) return null;
    const command = commandOf(entry);
    const asked = { hash, sequence, command, recorded };
    const first = attempt({ ...asked, own: life.fold.state, cut: sequence, at: command.effectiveAt });
    if (first.wants !== undefined) return { wants: first.wants, sequence };
    if (first.outside !== undefined) {
      if (recorded !== undefined) figures.plansTaken += 1;
      return null;
    }
    if (equal(first.plan, recorded)) return counted(first, asked);
    const found = explore(first, asked, life.fold.state);
    past.clear();
    return found === DONE ? null : found;
  }

  /** It has been found. */
  const DONE = {};

  /** @param {Json} made @param {Json} asked */
  function counted({ isPartly }, { recorded }) {
    if (recorded !== undefined) figures[isPartly ? 'plansPartly' : 'plans'] += 1;
    return null;
  }

  /**
   * It is another plan than by all that stands before it: by what stood there a little earlier?
   * @param {Json} first @param {Json} asked @param {Json} own the stream's state before the command
   */
  function explore(first, asked, own) {
    const { hash, sequence, command } = asked;
    const { stream } = command;
    const soon = byInstants({ ...asked, own, cut: sequence });
    if (soon !== null) return soon;
    const kept = shelf.get(stream);
    if (!BOOK.test(stream) && (kept?.upTo ?? 0) < sequence) return { wants: [stream, kept?.last ?? 0], sequence };
    for (const other of [hash, ...[...archives.keys()].filter((it) => it !== hash && isPlanning(it))]) {
      for (const [ownCut, cut] of momentsOf(asked, first.streams)) {
        const found = byInstants({ ...asked, hash: other, own: stateBefore(other, stream, ownCut), cut });
        if (found === null) continue;
        if (found.wants === undefined && other !== hash) figures.plansOther += 1;
        return found;
      }
    }
    return { what: 'plan', sequence, plan: { ...differenceOf(asked.recorded, first.plan), of: nameOf(command) } };
  }

  /** By what stands before one entry, at the instant of the command or a little earlier. @param {Json} asked @returns {Json} null: another plan */
  function byInstants(asked) {
    const { hash, sequence, command, recorded } = asked;
    const { receivedAt, effectiveAt } = command;
    const { plusMillis } = rulesOf(hash);
    const instants = [effectiveAt];
    for (let at = 0; at < instants.length; at += 1) {
      const made = attempt({ ...asked, at: instants[at] });
      if (made.wants !== undefined) return { wants: made.wants, sequence };
      if (made.outside !== undefined) return null;
      if (equal(made.plan, recorded)) return counted(made, asked) ?? DONE;
      if (at === 0 && effectiveAt === receivedAt)
        instants.push(...earlier(differenceOf(recorded, made.plan), effectiveAt, hash), plusMillis(receivedAt, -WITHIN_MS));
    }
    return null;
  }

  /**
   * Moments at which the ledger may have been read, as the sequences before which: that of the receipt first, then earlier ones,
   * then those up to the decision. First all at one moment; then the stream at one, the rest at another: they are not read at once.
   * @param {Json} asked @param {readonly string[]} streams that the plan asked about @returns {Generator<[own: number, rest: number]>}
   */
  function* momentsOf({ hash, sequence, command: { stream, receivedAt } }, streams) {
    const since = rulesOf(hash).plusMillis(receivedAt, -WITHIN_MS);
    const moments = (/** @type {readonly Known[]} */ events) => {
      const within = events.filter((it) => it.event !== null && it.sequence < sequence && it.recordedat >= since);
      within.sort((a, b) => a.sequence - b.sequence);
      const cuts = (/** @type {(it: Known) => boolean} */ isOne) => within.filter(isOne).map((it) => it.sequence);
      const known = fromBothEnds(cuts((it) => it.recordedat <= receivedAt).reverse());
      const [first = sequence, ...later] = [...cuts((it) => it.recordedat > receivedAt), sequence];
      return [...new Set([first, ...known, ...later])].slice(0, MOST_MOMENTS);
    };
    const own = eventsOf(stream);
    const rest = [...book, ...streams.flatMap(eventsOf)];
    for (const cut of moments([...own, ...rest])) yield [cut, cut];
    const apart = moments(rest).slice(0, MOST_APART);
    for (const ownCut of moments(own).slice(0, MOST_APART)) for (const cut of apart) yield [ownCut, cut];
  }

  /** @param {string} hash */
  function isPlanning(hash) {
    try {
      return rulesOf(hash) !== null;
    } catch {
      return false;
    }
  }

  /** On a clock that is told, much has the instant of the receipt: what waited together was planned before all of it. @param {readonly number[]} sequences */
  const fromBothEnds = (sequences) => sequences.flatMap((it, at) => [it, /** @type {number} */ (sequences.at(-1 - at))]);

  /** What was planned a moment before it was received differs by that moment. @param {Json} different @param {string} at @param {string} hash */
  function earlier({ recorded, made }, at, hash) {
    if (!isTime(recorded) || !isTime(made)) return [];
    const { millisBetween, plusMillis } = rulesOf(hash);
    const late = millisBetween(recorded, made);
    return late > 0 && late <= WITHIN_MS ? [plusMillis(at, -late)] : [];
  }

  /** @param {Json} value */
  const isTime = (value) => typeof value === 'string' && INSTANT.test(value) && value.includes('T');

  /** The first place where they differ; one of dates, if there is one. @param {Json} recorded @param {Json} made */
  function differenceOf(recorded, made) {
    const all = [...differences(recorded, made, '')];
    const isDate = (/** @type {Json} */ it) => typeof it === 'string' && INSTANT.test(it);
    return all.find((it) => isDate(it.recorded) && isDate(it.made)) ?? all[0];
  }

  /** @param {Json} recorded @param {Json} made @param {string} path @returns {Generator<Json>} */
  function* differences(recorded, made, path) {
    if (equal(recorded, made)) return;
    const isBoth = [recorded, made].every((it) => typeof it === 'object' && it !== null);
    if (!isBoth) yield { path, recorded, made };
    else
      for (const key of new Set([...Object.keys(recorded), ...Object.keys(made)]))
        yield* differences(recorded[key], made[key], path === '' ? key : `${path}.${key}`);
  }

  /** The command, and what of its stream it is about. @param {Json} command */
  function nameOf({ type, data }) {
    const { duty, period, unit } = data ?? {};
    const parts = [duty?.id ?? duty, period?.id ?? period, unit?.id ?? unit];
    return [type, ...parts.filter((it) => typeof it === 'string')].join(' ');
  }

  return {
    figures,
    hear,
    shelve,
    check,
    /** @param {string | null} text prefixes as JSON; null: of no stream the bundle is known to hold all */
    scope(text) {
      prefixes = text === null ? null : JSON.parse(text);
    },
  };
}

// ─── Who re-performs: other processes ───
// Deciders are somebody else's program. Walls inside one process have holes: a decider may get hold of what is outside of its
// room, sit in a part of V8 that no limit of time reaches, or use up all memory. So they run in a process of their own, which can
// be ended, may write in one folder only, and starts nothing. All it can say is whether decisions follow from the rules; who gets
// hold of it gets as far as rules that allow everything, and against these stands `--deciders`.
// Streams are independent of one another, so several may be re-performed at the same time, while this process reads and hashes.

/**
 * @typedef {object} Crew
 * @property {(ask: Ask, leaf: Buffer) => void} add
 * @property {() => Promise<void>} room there is room for more
 * @property {() => Fault | null} fault the first one found so far
 * @property {() => Promise<Fault | null>} settle everything given is decided; its first fault
 * @property {() => Promise<Fault | null>} finish nothing more comes
 * @property {() => number} performed
 * @property {() => Record<string, number>} plans what became of them, once finished
 * @property {() => Promise<void>} close
 *
 * @typedef {{ alive: true } | { performed: number, plans: Json } | { fault: Json } | { error: { code?: string, message: string } }} Said
 */

/** @param {Fault | null} a @param {Fault | null} b */
const earlier = (a, b) => (a === null || (b !== null && (b.where.sequence ?? 0) < (a.where.sequence ?? 0)) ? b : a);

/** How another process knows what it is for. */
const PERFORM = '--perform-decisions';
/** Messages still on their way to another process. Each holds as much as is decided at a time. */
const MOST_BATCHES = 4;
/** For what a process does besides deciding, before it is ended: starting, reading, waiting for its turn. */
const GRACE_MS = 5_000;
const NOTHING = () => {};

/** What became of plans: of all figures these alone are told by the deciders' side. @param {Json} said @returns {Record<string, number>} */
const planFigures = (said) =>
  Object.fromEntries(['plans', 'plansTaken', 'plansPartly', 'plansOther'].map((it) => [it, isCount(said?.[it]) ? said[it] : 0]));

/** May read, may write in the folder, and no more, where Node knows how to forbid it. @param {string} folder */
function confined(folder) {
  const flag = ['--permission', '--experimental-permission'].find((it) => process.allowedNodeEnvironmentFlags.has(it));
  return flag === undefined
    ? []
    : [flag, '--allow-fs-read=*', `--allow-fs-write=${path.join(fs.realpathSync(folder), '*')}`, '--no-warnings'];
}

/** What another process does with an entry: it decides on it, takes note of it for its plans, or only of where it stands. */
const KIND = { perform: 0, hear: 1, place: 2 };
/** Numbers of an entry in a batch. */
const NUMBERS = 4;

/**
 * Entries for another process. Texts stay where they are: it reads them from the bundle once more, and compares them with the
 * leaves, which are those that were proven. A pipe would hold both processes up.
 * @typedef {{ deciders: string, streams: string[], numbers: number[], kinds: number[], leaves: Buffer[] }} Batch
 */

/** @param {string} deciders @returns {Batch} */
const emptyBatch = (deciders) => ({ deciders, streams: [], numbers: [], kinds: [], leaves: [] });

/** @param {Batch} batch */
const packed = ({ deciders, streams, numbers, kinds, leaves }) => ({
  ...{ deciders, streams, numbers: Float64Array.from(numbers), kinds: Uint8Array.from(kinds), leaves: Buffer.concat(leaves) },
});

/** @param {ReturnType<typeof packed>} batch @param {number} fd of the bundle @returns {Generator<{ ask: Ask, kind: number, text: string }>} */
function* unpackedBatch({ deciders, streams, numbers, kinds, leaves }, fd) {
  const number = (/** @type {number} */ at, /** @type {number} */ which) => /** @type {number} */ (numbers[at * NUMBERS + which]);
  const last = streams.length - 1;
  // The byte before each line takes the 0x00 that is hashed with it.
  const from = number(0, 1) - 1;
  const bytes = readAt(fd, from, number(last, 1) + number(last, 2) - from);
  for (const [at, stream] of streams.entries()) {
    const [sequence, offset, length, version] = [0, 1, 2, 3].map((it) => number(at, it));
    const kind = /** @type {number} */ (kinds[at]);
    const ask = /** @type {Ask} */ ({ sequence, offset, length, stream, version, deciders });
    const start = ask.offset - from;
    const line = bytes.subarray(start, start + ask.length);
    bytes[start - 1] = 0;
    if (kind !== KIND.place && !sha256(bytes.subarray(start - 1, start + ask.length)).equals(leaves.subarray(at * 32, at * 32 + 32)))
      throw Object.assign(new Error(`the bundle was altered while it was read: entry ${sequence}`), { code: 'ECHANGED' });
    yield { ask, kind, text: kind === KIND.place ? '' : line.toString('utf8') };
  }
}

/** One other process. */
class Mate {
  #batch = emptyBatch('');
  #bytes = 0;
  /** The sequences of what is not answered yet. @type {(readonly [from: number, to: number])[]} */
  #open = [];
  /** @type {(() => void)[]} */
  #waiting = [];
  /** @type {NodeJS.Timeout | undefined} */
  #late;
  #isOver = false;
  /** @type {Fault | null} */
  fault = null;
  /** @type {Error | null} */
  #broken = null;
  performed = 0;
  /** @type {Record<string, number>} */
  plans = {};
  /** How many entries it was given. */
  given = 0;

  /** @param {Setting} setting */
  constructor(setting) {
    this.patienceMs = setting.timeoutMs + GRACE_MS;
    this.isRange = setting.isRange;
    this.child = childProcess.fork(fileURLToPath(import.meta.url), [PERFORM], {
      execArgv: confined(setting.folder),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('message', (said) => this.#heard(said));
    this.child.on('error', (error) => this.#end(error));
    this.child.once('exit', (code, signal) => this.#end(gone(signal ?? `exit ${code}`)));
    this.child.send({ setting }, NOTHING);
  }

  /** It may be anything: what it may be about is looked at before it is believed. @param {Json} said */
  #heard(said) {
    if (this.#isOver) return;
    if (!isObject(said) || said['alive'] === true) return this.#watch();
    const { fault, error, performed, plans } = said;
    this.#open.shift();
    if (isObject(fault)) this.fault ??= faultSaid(fault);
    if (isObject(error)) this.#broken ??= Object.assign(new Error(textSaid(error['message'])), { code: error['code'] });
    if (isCount(performed)) this.performed = performed;
    if (plans !== undefined) this.plans = planFigures(plans);
    this.#watch();
    this.#wake();
  }

  /**
   * As long as it owes an answer, it says again and again that it lives. Twice it must be silent: a machine that slept wakes both
   * processes at once, and this one may be the first.
   */
  #watch() {
    clearTimeout(this.#late);
    if (this.#open.length === 0 || this.#isOver) return;
    const again = () => (this.#late = setTimeout(() => this.#stuck(), this.patienceMs));
    this.#late = setTimeout(again, this.patienceMs);
  }

  #stuck() {
    const [from, to] = this.#open[0] ?? [0, 0];
    this.fault ??= new Fault(
      'decision',
      `một quyết định trong các dòng ${from} đến ${to} không kết thúc và không ngắt được`,
      `one of the decisions from entry ${from} to ${to} does not end, and cannot be interrupted`,
      { sequence: from },
    );
    this.#end(null);
  }

  /** @param {Error | null} cause null: it is not needed any more */
  #end(cause) {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#late);
    this.child.kill('SIGKILL');
    // Also when it owed nothing: what comes next would be decided by nobody.
    if (this.fault === null) this.#broken ??= cause;
    this.#open = [];
    this.#wake();
  }

  #wake() {
    for (const go of this.#waiting.splice(0)) go();
  }

  /** @param {Ask} ask @param {Buffer} leaf @param {number} kind */
  add({ sequence, offset, length, stream, version, deciders }, leaf, kind) {
    if (kind === KIND.perform) this.given += 1;
    if (deciders !== this.#batch.deciders) {
      this.#send();
      this.#batch = emptyBatch(deciders);
    }
    this.#batch.streams.push(stream);
    this.#batch.numbers.push(sequence, offset, length, version);
    this.#batch.kinds.push(kind);
    this.#batch.leaves.push(leaf);
    this.#bytes += length;
    if (this.#batch.streams.length >= MOST_QUEUED || this.#bytes >= MOST_QUEUED_BYTES) this.#send();
  }

  #send() {
    const { deciders, streams, numbers } = this.#batch;
    if (streams.length === 0) return;
    const [first, last] = [numbers[0], numbers.at(-NUMBERS)];
    this.#post(packed(this.#batch), [first ?? 0, last ?? 0]);
    this.#batch = emptyBatch(deciders);
    this.#bytes = 0;
  }

  /** @param {childProcess.Serializable} message @param {readonly [from: number, to: number]} about */
  #post(message, about) {
    if (this.#isOver) return;
    this.#open.push(about);
    if (this.#open.length === 1) this.#watch();
    // That it is gone is heard by `exit`.
    this.child.send(message, NOTHING);
  }

  /** @param {number} most batches still open */
  async upTo(most) {
    while (this.#open.length > most && this.#broken === null) await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    if (this.#broken !== null) throw this.#broken;
  }

  async settle() {
    this.#send();
    await this.upTo(0);
    return this.fault;
  }

  async finish() {
    this.#send();
    this.#post('finish', [0, 0]);
    await this.upTo(0);
    // Only a range may begin in the middle of a stream.
    if (this.fault === null && !this.isRange && this.performed !== this.given) throw gone(`${this.performed} / ${this.given}`);
    return this.fault;
  }

  close() {
    this.#end(null);
  }
}

/** @param {string} how */
const gone = (how) =>
  new Fault(
    'io',
    `tiến trình thực hiện lại quyết định đã tắt (${how}): hết bộ nhớ, hoặc bộ quy tắc làm hỏng nó; chưa chứng minh được gì`,
    `the process that makes decisions again has ended (${how}): its memory was used up, or the deciders broke it; nothing is proven`,
  );

/** @param {Json} said */
const textSaid = (said) => (typeof said === 'string' ? said.slice(0, 2000) : '');

/** @param {Record<string, Json>} said */
function faultSaid({ kind, vi, en, where }) {
  const { sequence, id, file } = isObject(where) ? where : {};
  return new Fault(['decision', 'deciders', 'plan'].includes(kind) ? kind : 'decision', textSaid(vi), textSaid(en), {
    ...(isCount(sequence) && { sequence }),
    ...(isText(id) && { id: textSaid(id) }),
    ...(isText(file) && { file: textSaid(file) }),
  });
}

/** @param {Setting} setting @param {number} threads of which this process is one @returns {Crew} */
function crew(setting, threads) {
  const others = Math.max(1, threads - 1);
  const all = Array.from({ length: others }, () => new Mate({ ...setting, mostBytes: setting.mostBytes / others }));
  const close = () => all.forEach((it) => it.close());
  process.on('exit', close);
  /** @type {Map<string, Mate>} */
  const keepers = new Map();
  const keeperOf = (/** @type {string} */ stream) => {
    const known = keepers.get(stream);
    if (known !== undefined) return known;
    const idlest = all.reduce((a, b) => (b.given < a.given ? b : a));
    keepers.set(stream, idlest);
    return idlest;
  };
  const each = async (/** @type {(mate: Mate) => Promise<Fault | null>} */ act) => (await Promise.all(all.map(act))).reduce(earlier, null);
  return {
    add(ask, leaf) {
      const keeper = keeperOf(ask.stream);
      const other = all.length === 1 || !BOOK_STREAM.test(ask.stream) ? KIND.place : KIND.hear;
      for (const mate of all) mate.add(ask, leaf, mate === keeper ? KIND.perform : other);
    },
    // One at a time: this process waits while the other one works.
    room: async () => void (await Promise.all(all.map((it) => it.upTo(threads === 1 ? 0 : MOST_BATCHES)))),
    fault: () => all.map((it) => it.fault).reduce(earlier, null),
    settle: () => each((it) => it.settle()),
    finish: () => each((it) => it.finish()),
    performed: () => all.reduce((sum, it) => sum + it.performed, 0),
    plans: () => sumOf(all.map((it) => it.plans)),
    async close() {
      close();
      process.off('exit', close);
    },
  };
}

/** What plans of any stream rest on: every process hears it. */
const BOOK_STREAM = /^(?:org|bars|policy|calendar)(?:\/|$)/u;

/** @param {readonly Record<string, number>[]} all */
function sumOf(all) {
  /** @type {Record<string, number>} */
  const sum = {};
  for (const [key, value] of all.flatMap((it) => Object.entries(it))) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

/** The other side of a {@link Mate}. */
function performForOthers() {
  /** @type {Setting | null} */
  let setting = null;
  /** @type {Performer | null} */
  let performer = null;
  let failed = false;
  let fd = -1;
  const say = (/** @type {Said} */ said) => void process.send?.(said, undefined, {}, NOTHING);
  // Ctrl-C reaches every process of a terminal; the one that was asked ends the others. A promise left behind is nobody's business.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, NOTHING);
  process.on('unhandledRejection', NOTHING);
  process.on('disconnect', () => process.exit());
  process.on('message', (/** @type {{ setting: Setting } | 'finish' | ReturnType<typeof packed>} */ message) => {
    if (message !== 'finish' && 'setting' in message) {
      setting = message.setting;
      fd = fs.openSync(setting.bundle, 'r');
      return;
    }
    try {
      performer ??= new Performer(/** @type {Setting} */ (setting), () => say({ alive: true }));
      if (!failed && message !== 'finish') {
        for (const { ask, kind, text } of unpackedBatch(message, fd)) {
          if (kind === KIND.perform) performer.add(ask, text);
          else performer.hear(ask, kind === KIND.hear ? text : null);
        }
        performer.flush();
      }
      if (message === 'finish') {
        if (!failed) performer.finish();
        performer.close();
      }
      say({ performed: performer.performed, plans: performer.plans });
    } catch (thrown) {
      failed = true;
      if (thrown instanceof Fault) {
        const { kind, vi, message: en, where } = thrown;
        say({ fault: { kind, vi, en, where } });
      } else {
        const { code, message: text } = /** @type {NodeJS.ErrnoException} */ (thrown);
        say({ error: { code, message: text } });
      }
    }
  });
}

// ─── The whole of it ───

/**
 * @typedef {object} Options
 * @property {string} bundle
 * @property {readonly Key[]} [keys] pinned
 * @property {readonly Key[]} [witnesses] pinned
 * @property {readonly Note[]} [held] checkpoints that came another way
 * @property {string} [deployment]
 * @property {readonly string[]} [deciders] hashes of those that may decide
 * @property {boolean} [decisions] whether they are re-performed
 * @property {number} [threads] how many work at the same time: this process, and the others in which deciders run
 * @property {number} [mostBytes] of entries whose states are kept in memory
 * @property {number} [timeoutMs] for so many decisions as are made at a time
 * @property {(done: number, of: number, entries: number) => void} [progress] in bytes
 *
 * @typedef {object} Report
 * @property {boolean} ok
 * @property {string} class
 * @property {number} exit
 * @property {{ vi: string, en: string, sequence: number | null, id: string | null, file: string | null } | null} fault
 * @property {{ format: string, deployment: string, mode: string, scope: Manifest['scope'] } | null} bundle
 * @property {{ key: string, from: number, to: number | null, pinned: boolean }[]} keys
 * @property {{ size: number, root: string } | null} checkpoint
 * @property {{ from: string | null, to: string | null }} recorded
 * @property {Record<string, number>} figures
 * @property {{ name: string, size: number }[]} witnesses
 * @property {{ sequence: number, recordedAt: string, last: Json, missing: Json, compared: Json, operator: Json, reason: Json }[]} losses as operators accepted them
 * @property {number[]} held sizes of the checkpoints that came another way, which this bundle continues
 * @property {{ hash: string, entries: number, first: number, last: number, pinned: boolean }[]} deciders whose rules decided: sequences
 * @property {{ vi: string, en: string }[]} notes what the auditor must know about a sound bundle
 */

/** @returns {Report} */
const emptyReport = () => ({
  ok: false,
  class: 'internal',
  exit: 1,
  fault: null,
  bundle: null,
  keys: [],
  checkpoint: null,
  recorded: { from: null, to: null },
  figures: {},
  witnesses: [],
  losses: [],
  held: [],
  deciders: [],
  notes: [],
});

/** @param {Options} options @returns {Promise<Report>} */
export async function verifyBundle(options) {
  const began = performance.now();
  const report = emptyReport();
  /** @type {Zip | null} */
  let zip = null;
  try {
    zip = openZip(options.bundle);
    await verifyZip(zip, options, report);
    report.ok = true;
    report.class = 'sound';
  } catch (thrown) {
    noteFault(report, thrown);
  } finally {
    if (zip !== null) fs.closeSync(zip.fd);
  }
  report.exit = CLASSES[report.class]?.exit ?? 1;
  report.figures['seconds'] = Math.round(performance.now() - began) / 1000;
  return report;
}

/** @param {Report} report @param {unknown} thrown */
function noteFault(report, thrown) {
  const isFault = thrown instanceof Fault;
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (thrown);
  const isIo = !isFault && /^E[A-Z]+$/u.test(code ?? '') && typeof code === 'string';
  report.class = isFault ? thrown.kind : isIo ? 'io' : 'internal';
  const { sequence = null, id = null, file = null } = isFault ? thrown.where : {};
  report.fault = { vi: isFault ? thrown.vi : message, en: message, sequence, id, file };
}

/** @param {Zip} zip @param {Options} options @param {Report} report */
async function verifyZip(zip, options, report) {
  const { keys: pinned = [], witnesses = [], held = [], deployment } = options;
  const manifest = await readManifest(zip, deployment);
  const { mode, scope } = manifest;
  report.bundle = { format: FORMAT, deployment: manifest.deployment, mode, scope };
  await checkFiles(zip, manifest);

  const keys = await readKeys(zip, manifest);
  report.keys = keys.map(({ text, from, to }) => ({ key: text, from, to, pinned: pinned.some((it) => it.text === text) }));
  checkPinned(keys, pinned);
  const checkpoints = await readCheckpoints(zip, manifest, keys);
  const point = /** @type {Signed} */ (checkpoints.at(-1)).note.checkpoint;
  report.checkpoint = { size: point.size, root: point.root.toString('base64') };
  report.witnesses = checkWitnesses(checkpoints, witnesses);
  checkConsistency(checkpoints);
  const loose = checkHeld(held, { manifest, keys, witnesses, checkpoints });

  const own = checkpoints.map((it) => it.note.checkpoint);
  const computed = scope.kind === 'all' ? [...own, ...loose].sort((a, b) => a.size - b.size) : own;
  const wrong = rootFault(zip, manifest, computed);
  const contents = await Contents.of(zip);
  const archives = await readDeciders(zip);
  const decisions = options.decisions !== false && wrong === null;
  const { order, sha256: entriesHash } = await walk(
    zip,
    { manifest, computed: wrong === null ? computed : [], contents, archives: decisions ? archives : null },
    options,
    report,
  );
  order.checkEnd();
  for (const hash of archives.keys())
    if (!order.deciders.has(hash))
      throw new Fault('deciders', 'không dòng nào do bộ này quyết định', 'no entry was decided by these', {
        file: `deciders/${hash}.json`,
      });
  await checkHeads(zip, manifest, point, order.streams);
  if (wrong !== null) throw wrong;
  const { held: there, gone } = await contents.checkFiles(zip, () => {});
  checkListed(zip, manifest, entriesHash);
  Object.assign(report.figures, {
    contents: there,
    contentsGone: gone,
    checkpoints: checkpoints.length,
    cosignatures: report.witnesses.length,
  });
  const uncompared = scope.kind === 'all' ? [] : loose;
  report.held = held.filter((it) => !uncompared.includes(it.checkpoint)).map((it) => it.checkpoint.size);
  report.notes = notesOf(report, { loose: uncompared, decisions: options.decisions !== false });
  if (uncompared.length > 0) {
    const sizes = uncompared.map((it) => it.size).join(', ');
    throw new Fault(
      'not-compared',
      `điểm chốt đang giữ (${sizes}) không so được với gói không đầy đủ này; hãy xin gói kèm điểm chốt đó (dondoc export --checkpoint) hoặc gói toàn bộ`,
      `the checkpoint you hold (${sizes}) cannot be compared with this partial bundle: ask for one with that checkpoint (dondoc export --checkpoint), or for one of everything`,
    );
  }
}

/**
 * The entries, one after the other, each fully checked before the next; the first that is wrong ends it.
 * @param {Zip} zip
 * @param {{ manifest: Manifest, computed: readonly Checkpoint[], contents: Contents, archives: Map<string, string> | null }} it
 * @param {Options} options
 * @param {Report} report
 */
async function walk(zip, { manifest, computed, contents, archives }, options, report) {
  const member = memberOf(zip, 'entries.ndjson');
  const order = new Order(manifest, options.deciders ?? []);
  const folder = archives === null ? null : fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-verify-'));
  const forget = () => folder !== null && fs.rmSync(folder, { recursive: true, force: true });
  process.on('exit', forget);
  const crew =
    folder === null
      ? null
      : crewOf(options, { folder, archives: [...(archives ?? [])], isRange: manifest.scope.kind === 'range', streams: manifest.streams });
  const heads = manifest.scope.kind === 'all' ? { signed: new HeadsThen(), due: computed.filter((it) => it.size > 0) } : null;
  const reader = new EntryReader(zip, manifest);
  const hash = crypto.createHash('sha256');
  try {
    for await (const lines of linesOf(zip, hashed(unpacked(zip, member), hash))) {
      for (const line of lines) {
        const entry = reader.read(line, order);
        order.check(entry);
        contents.check(entry);
        while (heads !== null && heads.due[0]?.size === order.figures.entries)
          heads.signed.check(order.streams, /** @type {Checkpoint} */ (heads.due.shift()));
        crew?.add(askOf(entry), entry.leaf);
      }
      await crew?.room();
      options.progress?.((lines.at(-1)?.offset ?? member.data) - member.data, member.size, order.figures.entries);
      const fault = crew?.fault() ?? null;
      if (fault !== null) break;
    }
    const fault = (await crew?.settle()) ?? null;
    if (fault === null) await reader.end();
    const last = fault ?? (await crew?.finish()) ?? null;
    if (last !== null) throw last;
  } catch (thrown) {
    // Decisions lag behind: an earlier entry may be the first bad one.
    if (!(thrown instanceof Fault)) throw thrown;
    const fault = earlier(thrown, (await crew?.settle()) ?? null);
    throw await named(zip, await explained(zip, reader.at, fault ?? thrown));
  } finally {
    await crew?.close();
    forget();
    process.off('exit', forget);
    Object.assign(report.figures, order.figures, { performed: crew?.performed() ?? 0, ...crew?.plans() });
    report.deciders = [...order.deciders].map(([hash, it]) => ({ hash, ...it, pinned: options.deciders?.includes(hash) === true }));
    report.losses = order.losses;
    report.recorded = { from: order.recorded.first, to: order.recorded.last };
  }
  return { order, sha256: hash.digest('hex') };
}

/** @param {AsyncIterable<Buffer>} pieces @param {crypto.Hash} hash */
async function* hashed(pieces, hash) {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** @param {Options} options @param {Pick<Setting, 'folder' | 'archives' | 'isRange' | 'streams'>} setting */
function crewOf({ bundle, threads, mostBytes = 128 * 1024 * 1024, timeoutMs = 30_000 }, setting) {
  const chosen = threads ?? Math.min(2, os.availableParallelism());
  return crew({ ...setting, bundle, mostBytes, timeoutMs }, chosen);
}

/** @param {Entry} entry @returns {Ask} */
const askOf = ({ sequence, offset, bytes, value }) => ({
  sequence,
  offset,
  length: bytes.length,
  stream: value.subject,
  version: value.streamversion,
  deciders: value.deciders,
});

/** Reads line after line in step with places.bin: section 5. */
class EntryReader {
  #places;
  #at = -1;

  /** @param {Zip} zip @param {Manifest} manifest */
  constructor(zip, manifest) {
    this.zip = zip;
    this.isShort = manifest.files.find((it) => it.path === 'entries.ndjson')?.size !== zip.members.get('entries.ndjson')?.size;
    this.#places = placesOf(zip);
  }

  get at() {
    return this.#at;
  }

  /** @param {{ bytes: Buffer, leaf: Buffer, offset: number, isWhole: boolean }} line @param {Order} order @returns {Entry} */
  read({ bytes, leaf, offset, isWhole }, order) {
    this.#at += 1;
    const place = this.#places.next();
    const where = place === undefined ? {} : { sequence: place.sequence };
    if (bytes.length > MOST_ENTRY_BYTES) throw new Fault('entry-too-large', `${bytes.length} byte`, `it has ${bytes.length} bytes`, where);
    if (!isWhole && (this.isShort || leaf.equals(place?.leaf ?? bytes)))
      throw new Fault('cut-short', 'dòng bị cụt', 'its line is cut', where);
    if (place === undefined || !leaf.equals(place.leaf)) throw new Mismatch({ at: this.#at, place, bytes, leaf });
    const { sequence } = place;
    order.checkSequence(sequence, where);
    const text = bytes.toString('utf8');
    const value = this.#canonical(text, bytes, where);
    const fault = formFault(value);
    if (fault !== null) throw new Fault('entry-malformed', `sai dạng ở: ${fault}`, `not of the form of an entry: ${fault}`, where);
    return { sequence, offset, bytes, leaf, text, value };
  }

  /** @param {string} text @param {Buffer} bytes @param {Where} where @returns {Json} */
  #canonical(text, bytes, where) {
    const fault = (/** @type {string} */ why) => new Fault('not-canonical', `không ở dạng chuẩn: ${why}`, `not canonical: ${why}`, where);
    if (!isUtf8(bytes)) throw fault('it is not UTF-8');
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      throw fault('it is not JSON');
    }
    const why = notCanonical(text, value);
    if (why !== null) throw fault(why);
    return value;
  }

  /** No place without its line. */
  async end() {
    const place = this.#places.next();
    if (place !== undefined) throw dropped(place.sequence, 'the lines end before it', 'tệp kết thúc trước nó');
  }
}

/** Some kinds of damage are told from others only by looking through the bundle once more. @param {Zip} zip @param {number} at @param {Fault} fault */
async function explained(zip, at, fault) {
  if (fault instanceof Mismatch) return mismatch(zip, fault.line);
  if (!(fault instanceof MissingVersion)) return fault;
  const isMoved = await someLine(zip, at, ({ bytes }) => bytes.includes(fault.missing));
  return isMoved === null ? fault : new Fault('reordered', `${fault.vi}, nó đứng ở sau`, `${fault.message}, it stands behind`, fault.where);
}

/** The id of an entry of which only the sequence is known. @param {Zip} zip @param {Fault} fault */
async function named(zip, fault) {
  const { sequence, id } = fault.where;
  if (sequence === undefined || id !== undefined || fault.kind === 'dropped') return fault;
  const places = placesOf(zip);
  for await (const lines of linesOf(zip)) {
    for (const { bytes } of lines) {
      if (places.next()?.sequence !== sequence) continue;
      Object.assign(fault.where, idIn(bytes));
      return fault;
    }
  }
  return fault;
}

// ─── What is told ───

/** @typedef {'vi' | 'en'} Lang */

/** @param {Report} report @param {{ loose: readonly Checkpoint[], decisions: boolean }} it */
function notesOf(report, { loose, decisions }) {
  const notes = [];
  if (!report.keys.some((it) => it.pinned)) {
    notes.push({
      vi: 'CHƯA GHIM KHÓA: chữ ký chỉ cho biết gói do người giữ khóa dưới đây ký. Hãy so khóa này với khóa nhận được bằng đường khác, rồi chạy lại với --key.',
      en: 'THE KEY IS NOT PINNED: the signature only says that whoever holds the key below signed it. Compare this key with one you got another way, and run again with --key.',
    });
  }
  if (!report.deciders.every((it) => it.pinned)) {
    notes.push({
      vi: 'CHƯA GHIM BỘ QUY TẮC: quyết định đúng theo bộ quy tắc trong gói, nhưng có phải bộ đã công bố hay không thì chưa biết. Hãy so băm dưới mục "Bộ quy tắc", rồi chạy lại với --deciders.',
      en: 'THE DECIDERS ARE NOT PINNED: the decisions follow the rules in the bundle; whether those are the published ones is not known. Compare the hash at "Deciders", and run again with --deciders.',
    });
  }
  if (report.losses.length > 0) {
    notes.push({
      vi: 'Sau khi khôi phục đã có dòng bị mất, như nêu ở trên. Đó là lời khai của người vận hành, nằm dưới điểm chốt từ dòng đã nêu: không chứng minh được mất gì và vì sao. Ai giữ điểm chốt hay gói từ trước thì có bằng chứng về những dòng đã mất.',
      en: 'Entries were lost before a restore, as told above. That is what an operator said, under checkpoints since the entry named: neither what was lost nor why is proven. Whoever holds a checkpoint or a bundle from before has proof of what was there.',
    });
  }
  const gone = report.figures['contentsGone'] ?? 0;
  if (gone > 0)
    notes.push({ vi: `${gone} tệp kèm mà các dòng có nêu không có ở đây.`, en: `${gone} attachments named by entries are not here.` });
  notes.push({
    vi: 'index.html, index.pdf và README.txt không được chứng minh: chỉ để đọc.',
    en: 'index.html, index.pdf and README.txt are not proven: they are for reading only.',
  });
  if (!decisions)
    notes.push({ vi: 'Quyết định KHÔNG được thực hiện lại (--no-decisions).', en: 'Decisions were NOT re-performed (--no-decisions).' });
  const left = (report.figures['entries'] ?? 0) - (report.figures['performed'] ?? 0);
  if (decisions && left > 0) {
    notes.push({
      vi: `${left} dòng thuộc luồng bắt đầu trước đoạn này: không thực hiện lại được.`,
      en: `${left} entries are of streams that begin before this range: they cannot be re-performed.`,
    });
  }
  notes.push(...notesOfPlans(report.figures));
  if (report.bundle?.scope.kind === 'range') {
    notes.push({
      vi: 'Gói của một đoạn: không nói gì về việc một luồng đã đủ hay chưa.',
      en: 'A bundle of a range: it says nothing about whether a stream is complete.',
    });
  }
  for (const { size } of loose) {
    notes.push({
      vi: `Mốc đang giữ (${size}) không so được với gói không đầy đủ này.`,
      en: `The checkpoint you hold (${size}) cannot be compared with this partial bundle.`,
    });
  }
  return notes;
}

/** @param {Record<string, number>} figures */
function notesOfPlans({ plansTaken = 0, plansPartly = 0, plansOther = 0 }) {
  const notes = [];
  if (plansTaken > 0)
    notes.push({
      vi: `${plansTaken} kế hoạch (thời hạn, thẩm quyền) LẤY NHƯ ĐÃ GHI, không lập lại được: gói này không có những gì đã lập ra chúng, hoặc bộ quy tắc khi đó chưa kèm cách lập kế hoạch.`,
      en: `${plansTaken} plans (due times, powers) are TAKEN AS RECORDED, not made again: what they were made of is not in this bundle, or the rules of then hold no planning.`,
    });
  if (plansPartly > 0)
    notes.push({
      vi: `${plansPartly} kế hoạch lập lại với một câu trả lời lấy như đã ghi, vì phải tìm trong toàn bộ sổ hoặc trong kho tệp (chỉ thị nào nêu đơn vị, giá trị cá nhân của ai, tệp có còn không).`,
      en: `${plansPartly} plans were made again with an answer taken as recorded, which takes a look through the whole ledger or the store (which directives name a unit, whose a personal value is, whether a file was there).`,
    });
  if (plansOther > 0)
    notes.push({
      vi: `${plansOther} kế hoạch theo bộ quy tắc của bản phát hành khác với bản đã quyết định: lập trước, khi nâng cấp.`,
      en: `${plansOther} plans are by the rules of another release than decided on them: made before, at an upgrade.`,
    });
  return notes;
}

/** @param {Report} report @param {Lang} lang */
function page(report, lang) {
  const vi = lang === 'vi';
  const { fault, bundle, figures } = report;
  const verdict = /** @type {{ vi: string, en: string }} */ (CLASSES[report.class]);
  const lines = [[vi ? 'Kết quả' : 'Result', `${report.ok ? '✔' : '✘'} ${verdict[lang].toUpperCase()} [${report.class}, ${report.exit}]`]];
  if (fault !== null) {
    if (fault.sequence !== null) lines.push([vi ? 'Dòng' : 'Entry', `${fault.sequence}${fault.id === null ? '' : `  ${fault.id}`}`]);
    else if (fault.id !== null) lines.push([vi ? 'Dòng' : 'Entry', fault.id]);
    if (fault.file !== null) lines.push([vi ? 'Tệp' : 'File', fault.file]);
    lines.push([vi ? 'Cụ thể' : 'Detail', fault[lang]]);
  }
  if (bundle !== null)
    lines.push(
      [vi ? 'Hệ thống' : 'Deployment', bundle.deployment],
      [
        vi ? 'Chế độ' : 'Mode',
        `${bundle.mode} (${vi ? 'chỉ là lời khai, không được ký: không chứng minh' : 'said, not signed: not proven'})`,
      ],
      [vi ? 'Phạm vi' : 'Scope', scopeText(bundle.scope, vi)],
    );
  for (const { key, from, to, pinned } of report.keys) {
    lines.push([
      vi ? 'Khóa ký' : 'Key',
      `${key}  ${from}–${to ?? ''} ${pinned ? (vi ? '(đã ghim)' : '(pinned)') : vi ? '(CHƯA GHIM)' : '(NOT PINNED)'}`,
    ]);
  }
  if (report.checkpoint !== null) lines.push([vi ? 'Điểm chốt' : 'Checkpoint', `${report.checkpoint.size}  ${report.checkpoint.root}`]);
  for (const { name, size } of report.witnesses)
    lines.push([vi ? 'Chứng kiến' : 'Witness', `${name} ${vi ? 'đến dòng' : 'up to entry'} ${size}`]);
  for (const it of report.losses) lines.push([vi ? 'Mất dòng' : 'Loss', lossText(it, vi)]);
  for (const size of report.held)
    lines.push([vi ? 'Mốc đang giữ' : 'Held', `${size}  ${vi ? 'gói nối tiếp mốc này' : 'this bundle continues it'}`]);
  for (const { hash, entries, first, last, pinned } of report.deciders) {
    const state = pinned ? (vi ? 'đã ghim' : 'pinned') : vi ? 'CHƯA GHIM' : 'NOT PINNED';
    lines.push([vi ? 'Bộ quy tắc' : 'Deciders', `${hash}  ${first}–${last}, ${entries} ${vi ? 'dòng' : 'entries'} (${state})`]);
  }
  if (report.recorded.from !== null) lines.push([vi ? 'Ghi từ – đến' : 'Recorded', `${report.recorded.from} – ${report.recorded.to}`]);
  lines.push(...figureLines(figures, vi));
  const width = Math.max(...lines.map(([label = '']) => label.length));
  const notes = report.notes.map((it) => `\n! ${plain(it[lang])}\n`);
  return `${lines.map(([label = '', text = '']) => `${label.padEnd(width)}  ${plain(text)}\n`).join('')}${notes.join('')}`;
}

/** @param {Report['losses'][number]} loss @param {boolean} vi */
function lossText(loss, vi) {
  const said = (/** @type {keyof typeof loss} */ key) => (typeof loss[key] === 'string' ? loss[key] : JSON.stringify(loss[key]));
  const [sequence, recordedAt, last, operator, reason] = /** @type {const} */ ([
    'sequence',
    'recordedAt',
    'last',
    'operator',
    'reason',
  ]).map(said);
  const missing = loss.missing === null ? null : said('missing');
  const compared = loss.compared === null ? null : said('compared');
  return vi
    ? `dòng ${sequence}, ${recordedAt}: ${operator} chấp nhận mất ${missing ?? 'không rõ bao nhiêu'} dòng sau dòng ${last} (${compared === null ? 'chưa so với điểm chốt nào' : `đã so ${compared} dòng đầu`}): ${reason}`
    : `entry ${sequence}, ${recordedAt}: ${operator} accepted the loss of ${missing ?? 'an unknown number of'} entries behind entry ${last} (${compared === null ? 'compared with nothing' : `the first ${compared} were compared`}): ${reason}`;
}

/** What a bundle says must not steer the terminal or turn lines around. @param {string} text */
const plain = (text) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');

/** @param {Manifest['scope']} scope @param {boolean} vi */
function scopeText(scope, vi) {
  if (scope.kind === 'all') return vi ? 'toàn bộ sổ' : 'the whole ledger';
  if (scope.kind === 'range') return `${vi ? 'dòng' : 'entries'} ${scope.from}–${scope.to}`;
  return `${vi ? 'chỉ thị' : 'directive'} ${scope.symbol === null ? scope.directive : `${scope.symbol} (${scope.directive})`}`;
}

/** @param {Record<string, number>} figures @param {boolean} vi @returns {string[][]} */
function figureLines(figures, vi) {
  const names = /** @type {const} */ ([
    ['entries', 'Dòng', 'Entries'],
    ['streams', 'Luồng', 'Streams'],
    ['commands', 'Lệnh', 'Commands'],
    ['refusals', 'trong đó từ chối', 'of them refused'],
    ['events', 'Sự kiện', 'Events'],
    ['performed', 'Thực hiện lại', 'Re-performed'],
    ['plans', 'Lập lại kế hoạch', 'Plans made again'],
    ['plansPartly', 'lập lại một phần', 'made again in part'],
    ['plansTaken', 'lấy như đã ghi', 'taken as recorded'],
    ['contents', 'Tệp kèm', 'Contents'],
    ['contentsGone', 'đã xóa', 'no longer held'],
    ['checkpoints', 'Số điểm chốt', 'Checkpoints'],
    ['cosignatures', 'Bên chứng kiến', 'Witnesses'],
    ['seconds', 'Giây', 'Seconds'],
  ]);
  return names
    .filter(([key]) => figures[key] !== undefined)
    .map(([key, ofVi, ofEn]) => [vi ? ofVi : ofEn, figures[key]?.toLocaleString('en') ?? '']);
}

// ─── The command line ───

/** @param {Lang} lang */
function help(lang) {
  const vi = lang === 'vi';
  const options = [
    ['--key KEY|FILE', 'khóa ký đã ghim (nhận bằng đường khác); lặp lại được', 'pinned key of the log (got another way); may be repeated'],
    ['--witness KEY|FILE', 'khóa của bên chứng kiến phải có chữ ký', 'key of a witness that must have cosigned'],
    ['--deciders HASH', 'bộ quy tắc được phép quyết định; lặp lại được', 'deciders that may decide, by their hash; may be repeated'],
    ['--deployment ID', 'hệ thống phải là', 'the deployment it must be of'],
    [
      '--checkpoint FILE',
      'điểm chốt nhận bằng đường khác: gói phải nối tiếp nó',
      'a checkpoint that came another way: the bundle must continue it',
    ],
    ['--no-decisions', 'không thực hiện lại quyết định', 'do not re-perform decisions'],
    ['--threads N', 'số tiến trình cùng làm việc (mặc định 2)', 'how many processes work at a time (2 when absent)'],
    ['--memory MB', 'bộ nhớ cho trạng thái (128); phần còn lại ra tệp tạm', 'memory for states (128); the rest goes to a temporary file'],
    ['--timeout SECONDS', 'thời gian tối đa cho một loạt quyết định (30)', 'longest time for a batch of decisions (30)'],
    ['--json', 'báo cáo JSON', 'the report as JSON'],
    ['--lang vi|en', 'ngôn ngữ', 'language'],
    ['--help', 'trang này', 'this page'],
  ];
  const codes = Object.entries(CLASSES).map(([name, it]) => `  ${String(it.exit).padStart(3)}  ${name.padEnd(18)} ${it[lang]}\n`);
  return `node verify.mjs BUNDLE.zip [--key KEY]…\n\n${options.map(([name = '', a, b]) => `  ${name.padEnd(20)} ${vi ? a : b}\n`).join('')}\n${vi ? 'Mã thoát' : 'Exit codes'}:\n${codes.join('')}`;
}

/** @param {string} vi @param {string} en */
const usage = (vi, en) => new Fault('usage', vi, en);

/** Keys given as texts, or as files with a key a line. @param {readonly string[]} given @param {Key['kind']} kind @returns {Key[]} */
function keysFrom(given, kind) {
  const texts = given.flatMap((it) =>
    readKey(it) === null && fs.existsSync(it)
      ? fs
          .readFileSync(it, 'utf8')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [it.trim()],
  );
  return texts.map((text) => {
    const key = readKey(text);
    if (key?.kind === kind) return key;
    const what = text.slice(0, 100);
    throw usage(
      `"${what}" không phải khóa ${kind} và không phải tệp: TÊN+SỐ HIỆU+BASE64`,
      `"${what}" is no key of a ${kind} and no file: it reads NAME+ID+BASE64`,
    );
  });
}

/** @param {string} file @returns {Note} */
function noteFrom(file) {
  const note = readNote(fs.readFileSync(file, 'utf8'));
  if (note === null)
    throw usage(
      `${file} không phải điểm chốt đã ký: cần đúng từng byte tệp đã giữ, không chép từ thân thư, không CRLF hay BOM`,
      `${file} is not a signed checkpoint: give what was kept, byte for byte, not copied from a mail, without CRLF or BOM`,
    );
  return note;
}

/** @param {readonly string[]} argv */
function readArguments(argv) {
  const many = { type: /** @type {const} */ ('string'), multiple: /** @type {const} */ (true) };
  const one = { type: /** @type {const} */ ('string') };
  const flag = { type: /** @type {const} */ ('boolean') };
  const options = {
    key: many,
    witness: many,
    checkpoint: many,
    deciders: many,
    deployment: one,
    threads: one,
    memory: one,
    timeout: one,
    lang: one,
    json: flag,
    help: flag,
    'no-decisions': flag,
  };
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (thrown) {
    const { message } = /** @type {Error} */ (thrown);
    throw usage(message, message);
  }
}

/** What a command line asks for. @param {ReturnType<typeof readArguments>} args @param {Options['progress']} progress @returns {Promise<Report>} */
async function reportOf({ values, positionals }, progress) {
  const [bundle, more] = positionals;
  if (bundle === undefined || more !== undefined) throw usage('cần đúng một tệp zip', 'it takes one zip file');
  if (!['vi', 'en'].includes(values.lang ?? 'vi')) throw usage('--lang là vi hoặc en', '--lang is vi or en');
  if (values.threads !== undefined && !/^[1-9]\d?$/u.test(values.threads))
    throw usage('--threads là số từ 1 đến 99', '--threads is a number from 1 to 99');
  for (const name of /** @type {const} */ (['memory', 'timeout'])) {
    if (!(Number(values[name] ?? 1) > 0)) throw usage(`--${name} là một số`, `--${name} is a number`);
  }
  if (values.deciders?.some((it) => !HEX.test(it)))
    throw usage('--deciders là băm SHA-256: 64 chữ số hex thường', '--deciders is a SHA-256: 64 lowercase hex digits');
  return verifyBundle({
    ...(values.deciders !== undefined && { deciders: values.deciders }),
    ...{ bundle, keys: keysFrom(values.key ?? [], 'log'), witnesses: keysFrom(values.witness ?? [], 'witness') },
    ...{ held: (values.checkpoint ?? []).map(noteFrom), decisions: values['no-decisions'] !== true },
    ...(values.deployment !== undefined && { deployment: values.deployment }),
    ...(values.threads !== undefined && { threads: Number(values.threads) }),
    ...(values.memory !== undefined && { mostBytes: Number(values.memory) * 1024 * 1024 }),
    ...(values.timeout !== undefined && { timeoutMs: Math.ceil(Number(values.timeout) * 1000) }),
    ...(progress !== undefined && { progress }),
  });
}

/** For tests, which compare them with other implementations. */
export const parts = { canonical, notCanonical, leafHash, Frontier, rootOfSet, isConsistent };

/** For programs: the report, whatever happens. @param {readonly string[]} argv @returns {Promise<Report>} */
export async function verify(argv) {
  try {
    return await reportOf(readArguments(argv), undefined);
  } catch (thrown) {
    return failed(thrown);
  }
}

/** Nothing of a bundle was looked at. @param {unknown} thrown */
function failed(thrown) {
  const report = emptyReport();
  noteFault(report, thrown);
  report.exit = CLASSES[report.class]?.exit ?? 1;
  return report;
}

/** @param {readonly string[]} argv @returns {Promise<number>} the exit code */
export async function main(argv) {
  const lang = /** @type {Lang} */ (argv.includes('en') || argv.includes('--lang=en') ? 'en' : 'vi');
  try {
    const args = readArguments(argv);
    if (args.values.help === true) return say(help(lang), 0);
    const bar = process.stderr.isTTY ? progressBar(lang) : null;
    const report = await reportOf(args, bar?.to);
    bar?.clear();
    return say(args.values.json === true ? `${JSON.stringify(report)}\n` : page(report, lang), report.exit);
  } catch (thrown) {
    const report = failed(thrown);
    process.stderr.write(
      `verify: ${CLASSES[report.class]?.[lang]}: ${report.fault?.[lang]}\n${report.class === 'usage' ? `\n${help(lang)}` : ''}`,
    );
    return report.exit;
  }
}

/** @param {string} text @param {number} exit */
function say(text, exit) {
  process.stdout.write(text);
  return exit;
}

/** @param {Lang} lang */
function progressBar(lang) {
  let shownAt = 0;
  const width = 30;
  return {
    to: (/** @type {number} */ done, /** @type {number} */ of, /** @type {number} */ entries) => {
      const now = performance.now();
      if (now - shownAt < 100) return;
      shownAt = now;
      const part = of === 0 ? 1 : Math.min(1, done / of);
      const bar = '█'.repeat(Math.round(part * width)).padEnd(width, '░');
      process.stderr.write(
        `\r${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${entries.toLocaleString('en')} ${lang === 'vi' ? 'dòng' : 'entries'} `,
      );
    },
    clear: () => void process.stderr.write('\r\u001b[K'),
  };
}

const isAsked =
  process.argv[1] !== undefined &&
  fs.existsSync(process.argv[1]) &&
  fs.realpathSync(process.argv[1]) === fs.realpathSync(fileURLToPath(import.meta.url));
if (isAsked && process.argv[2] === PERFORM && process.send !== undefined) performForOthers();
else if (isAsked) {
  // The temporary folder goes with the process: `exit` listeners remove it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(CLASSES['interrupted']?.exit));
  process.exitCode = await main(process.argv.slice(2));
}
