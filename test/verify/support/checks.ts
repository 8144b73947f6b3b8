/** The checks of the verifier that a row of the matrix needs: what is taken out, and which row then is missed. */

import { CONTAINER_CHECKS } from './container-checks';
import { DECISION_CHECKS } from './decision-checks';
import { PLAN_CHECKS } from './plan-checks';
import type { Check } from './row';

export const CHECKS: readonly Check[] = [
  ...CONTAINER_CHECKS,
  ...PLAN_CHECKS,
  // The manifest and the files.
  ['value.format !== FORMAT', 'false', 'a newer format'],
  ["if (!isScope(scope)) return 'the scope is none';", '', 'a scope that is none'],
  ["notCanonical(bytes.toString('utf8'), value) ??", '', 'a manifest that is not canonical'],
  [
    'deployment !== undefined && value.deployment !== deployment',
    'false',
    'another deployment than asked for',
  ],
  [
    '!named.includes(name)) throw malformed(name',
    'false) throw malformed(name',
    'README.txt missing',
  ],
  ['stray !== undefined', 'false', 'a file that the manifest does not name'],
  ['!known.has(name) && !/^(deciders', 'false && !/^(deciders', 'a file that belongs to no bundle'],
  ['!/[/\\s]/u.test(directive)', 'true', 'a part of a directive that passes for one'],
  [
    'this.directive !== null && !this.streams.has(this.directive)',
    'false',
    'a directive of which there is no entry',
  ],
  [
    "JSON.stringify(streams) !== JSON.stringify(streamsOf(/** @type {Manifest['scope']} */ (scope)))",
    'false',
    'a directive without what its decisions rest on',
  ],
  ["'policy', 'losses'", "'policy'", 'a directive without what was lost'],
  ['scope.symbol !== this.#symbol', 'false', 'another symbol than the entries give'],
  [
    'scope.symbol !== this.#symbol',
    'scope.symbol && scope.symbol !== this.#symbol',
    'no symbol where the entries give one',
  ],
  ['entries.count !== this.figures.entries ||', '', 'an entry more than there are'],
  ['entries.first !== this.#first ||', '', 'another first entry than the first'],
  ['|| entries.last !== this.#before', '', 'another last entry than the last'],
  [
    "scope['kind'] === 'range' && scope['to'] > checkpoint['size']",
    'false',
    'a range that ends behind the checkpoint',
  ],
  ['keys !== countKeys(value)', 'false', 'a key twice in keys.json'],
  ['keys !== countKeys(value)', 'false', 'a key twice in checkpoints.ndjson'],
  ['keys !== countKeys(value)', 'false', 'a key twice in contents.json'],
  ['!this.pinned.includes(hash)', 'false', 'other deciders than the pinned ones'],
  // Keys and signatures.
  [
    'if (keys.some((it) => it.text === pin.text)) continue;',
    'continue;',
    'signed anew with another key, the right one pinned',
  ],
  ['keys.some((it) => it.id === key.id)', 'false', 'two keys with one id'],
  [".toString('hex') !== id", ".toString('hex') === ''", 'a key under the id of another'],
  [
    "if (key.kind === 'log') return bytes.length === 64 && crypto.verify(null, Buffer.from(text), key.publicKey, bytes);",
    "if (key.kind === 'log') return true;",
    'a signature altered',
  ],
  ["state === 'absent' && !needed.includes(it)", "state === 'absent'", 'a signature taken away'],
  [
    '[key, /** @type {BundleKey} */ (keys[at - 1])] : [key]',
    '[key] : [key]',
    'the first checkpoint of a later key without the key before',
  ],
  [
    'at > 0 && !all.some((it) => sizeOf(it) === key.from)',
    'false',
    'a later key that nobody introduced',
  ],
  ['key.to !== null && size > key.to', 'false', 'a key used after its time'],
  ["state === 'forged'", 'false', 'the cosignature of a witness altered'],
  ['upTo < 0', 'false', 'no cosignature of a pinned witness'],
  [
    "if (!same) throw malformed('manifest.json'",
    "if (false) throw malformed('manifest.json'",
    'an older checkpoint replayed as the last one',
  ],
  [
    'if (nextKey === due) return;',
    'return;',
    'a stranger who signs under a public note and calls himself the later key',
  ],
  [
    'if (nextKey === due) return;',
    'if (nextKey !== null) return;',
    'a stranger who signs under the note that names the later key',
  ],
  [
    'if (nextKey === due) return;',
    'if (due === null) return;',
    'a key introduced that keys.json does not list',
  ],
  // Histories.
  [
    'if (!holds) throw forkAt',
    'if (false) throw forkAt',
    'history rewritten and signed anew behind a checkpoint that was signed before',
  ],
  [
    'uncompared.length > 0',
    'false',
    'a checkpoint at hand that cannot be compared with a partial bundle',
  ],
  ['size <= sizeOf(all.at(-1))', 'false', 'two checkpoints of one size in a bundle'],
  ['size > last', 'false', 'an older bundle than the checkpoint at hand'],
  ['!isSame(twin, checkpoint)', 'false', 'another history than the checkpoint at hand'],
  [
    '&& a.nextKey === b.nextKey',
    '',
    "a checkpoint at hand that brings in another key than the bundle's, of a directive",
  ],
  [
    'twin === undefined && checkpoint.nextKey === null',
    'twin === undefined',
    'a checkpoint at hand that brings in a key where the bundle has none',
  ],
  [
    '![keys.at(-1), ...witnesses].some(',
    'false && [keys.at(-1)].some(',
    'a checkpoint behind the bundle, signed by a key that was handed over',
  ],
  [
    'if (tree.root().equals(checkpoint.root)) continue;',
    'continue;',
    'another history, longer than the checkpoint at hand',
  ],
  [
    'return root?.equals(last.root) ? null : wrongRoot(last.size);',
    'return null;',
    "a stream's last entry, its leaf and its head altered",
  ],
  [
    'if (!root?.equals(checkpoint.heads.root))',
    'if (false)',
    'a neighbour among the heads altered',
  ],
  [
    'heads.size === streams.size && tree.root().equals(heads.root)',
    'true',
    'the heads of an earlier checkpoint signed otherwise than they were',
  ],
  // Whose it is.
  [
    'const { size, origin } = checkpoint; if (origin !== `dondoc/${manifest.deployment}`)',
    "const { size, origin } = checkpoint; if (origin === '')",
    'a checkpoint at hand of another deployment',
  ],
  [
    '= signed.note.checkpoint; if (origin !== `dondoc/${manifest.deployment}`)',
    "= signed.note.checkpoint; if (origin === '')",
    'a checkpoint of another deployment in a bundle',
  ],
  [
    'key.name !== `dondoc/${manifest.deployment}`',
    'false',
    'a key of another deployment in a bundle',
  ],
  // Each entry.
  ['bytes.length > MOST_ENTRY_BYTES', 'false', 'an entry over 60 KiB'],
  ['place === undefined || !leaf.equals(place.leaf)', 'place === undefined', 'a calendar altered'],
  [
    'JSON.stringify(value) === text && isInOrder(value)',
    'isInOrder(value)',
    'blanks between the parts of an entry',
  ],
  [
    'JSON.stringify(value) === text && isInOrder(value) && !/\\\\ud[89a-f]/u.test(text)',
    'true',
    'a key twice in an entry',
  ],
  ['&& !/\\\\ud[89a-f]/u.test(text)', '', 'half a character in an entry'],
  [
    "if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;",
    '',
    'a number of 2^53 in an entry',
  ],
  ['key < before || !isInOrder', '!isInOrder', 'keys in another order'],
  ["return 'its attributes'", 'return null', 'an attribute that an entry does not have'],
  ["return 'id'", 'return null', 'an id that is not its place'],
  ['value.source !== this.source', 'false', 'an entry of another deployment'],
  ['wanted === at + 1', 'false', 'an entry inserted'],
  ['twin !== null && twin.at < at', 'false', 'an entry duplicated'],
  [
    'if (place !== undefined) throw dropped',
    'if (false) throw dropped',
    'the last entries cut off',
  ],
  ['new Date(at).toISOString() !== value', 'false', 'a day that there is not'],
  ['value.data.receivedAt > value.recordedat', 'false', 'a command received after it was recorded'],
  ['!isStream(value.subject)', 'false', 'a name of a stream that hides another behind U+0000'],
  ['!isStream(stream)', 'false', 'a head whose name hides another behind U+0000'],
  // Order.
  ['sequence > this.size', 'false', 'an older checkpoint replayed, the manifest made to fit'],
  ['version > due', 'false', 'an entry dropped, the rest as it was, signed anew'],
  ['version < due', 'false', 'a stream with two entries of one version'],
  ['leaf.equals(stream.leaf)', 'false', 'an entry twice in the ledger itself'],
  ['prevhash !== stream.hash', 'false', 'an altered entry whose follower names the old one'],
  [
    'version === 1 && prevhash !== NO_HASH',
    'false',
    'a stream split: its end stands under another name, the chain as it was',
  ],
  [
    'this.recorded.last !== null && value.recordedat < this.recorded.last',
    'false',
    'time going back by a day',
  ],
  [
    'event.correlationid !== command.correlationid || event.causationid !== command.id',
    'false',
    'an event of another command',
  ],
  ['event.time !== command.time ||', '', 'an event at another time than its command'],
  [
    '|| !isSameActor(event.data.actor, command.actor)',
    '',
    'an event by another actor than its command',
  ],
  ['event.streamversion === 1', 'false', 'a stream that begins with an event'],
  // Heads.
  [
    "if (stream === undefined) throw new Fault('stream-incomplete'",
    "if (stream === undefined) return; if (false) throw new Fault('stream-incomplete'",
    'a whole stream left out, the rest proven',
  ],
  ['stream.version < version', 'false', "a stream's last entry left out, the rest proven"],
  ['stream.version > version', 'false', 'a head of another version'],
  [
    'if (place === before + 1) continue;',
    'continue;',
    'a whole stream left out with its head, the rest proven',
  ],
  ['before?.stream === stream', 'false', 'two heads of one stream'],
  // Contents and deciders.
  [
    'this.#listed.get(sha)?.entries.has(sequence)',
    'true',
    'a content that an entry names, in no list',
  ],
  ['listed !== this.#named', 'false', 'a content said to be named by another entry'],
  ["member.size !== size || hash.digest('hex') !== name", 'false', 'a content altered'],
  ['sha256Hex(bytes) !== hash', 'false', 'deciders altered'],
  [
    'if (!this.#archived(deciders))',
    'if (!this.#archived(deciders)) return; if (false)',
    'deciders missing',
  ],
  ['!order.deciders.has(hash)', 'false', 'rules by which nothing was decided'],
  ['(said !== own ||', '(', 'the hash of the entries told otherwise in the manifest'],
  [
    'size !== memberOf(zip, name).size',
    'false',
    'the size of a content told otherwise in the manifest',
  ],
  ...DECISION_CHECKS,
];
