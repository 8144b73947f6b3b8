/** Entries that are not of the form of an entry, by somebody who holds the database and the right keys. */
import { played, signed, D07 } from '../support/insider';
import type { Row } from '../support/row';

import { at } from '../support/says';

const spaced = (bytes: string) => bytes.replace('{"actor"', '{ "actor"');
const text = (what: string, change: (bytes: string) => string, expected: string): Row => ({
  what,
  expected,
  async make() {
    const last = at(`directive/d-07@20`);
    return {
      zip: await signed(played.entries.with(last, change(played.entries[last]!)), D07),
      sequence: last + 1,
    };
  },
});

export const FORM_ROWS: readonly Row[] = [
  text('blanks between the parts of an entry', spaced, 'not-canonical'),
  text(
    'a key twice in an entry',
    (it) => it.replace('"commandId":', '"commandId":"x","commandId":'),
    'not-canonical',
  ),
  text(
    'a number of 2^53 in an entry',
    (it) => it.replace('"reason":"', '"n":9007199254740992,"reason":"'),
    'not-canonical',
  ),
  text(
    'a number that is not exact in an entry',
    (it) => it.replace('"reason":"', '"n":9007199254740993,"reason":"'),
    'not-canonical',
  ),
  text(
    'a number written in another way',
    (it) => it.replace('"reason":"', '"n":1.0,"reason":"'),
    'not-canonical',
  ),
  text(
    'half a character in an entry',
    (it) => it.replace('"reason":"', '"reason":"\\ud800'),
    'not-canonical',
  ),
  text(
    'keys in another order',
    (it) => it.replace(/("outcome":"refused"),("receivedAt":"[^"]*")/, '$2,$1'),
    'not-canonical',
  ),
  text(
    'an entry over 60 KiB',
    (it) => it.replace('"reason":"', `"reason":"${'x'.repeat(61_440)}`),
    'entry-too-large',
  ),
  text(
    'an attribute that an entry does not have',
    (it) => it.replace('"id":"directive', '"extra":1,"id":"directive'),
    'entry-malformed',
  ),
  text(
    'an id that is not its place',
    (it) => it.replace('"id":"directive/d-07@20"', '"id":"directive/d-07@21"'),
    'entry-malformed',
  ),
  text(
    'an entry of another deployment',
    (it) => it.replace('urn:dondoc:so-thu', 'urn:dondoc:so-that'),
    'other-deployment',
  ),
  text(
    'a day that there is not',
    (it) => it.replace(/("(?:effectiveAt|time)":")[^T]*/gu, '$12014-06-31'),
    'entry-malformed',
  ),
  text(
    'a command received after it was recorded',
    (it) => it.replace(/("receivedAt":")[^T]*/u, '$12040-01-01'),
    'entry-malformed',
  ),
  {
    what: 'a name of a stream that hides another behind U+0000',
    expected: 'entry-malformed',
    async make() {
      const last = at('directive/d-07@20');
      const name = (it: string) =>
        it.replaceAll('directive/d-07', String.raw`directive/d-07\u0000a`);
      return {
        zip: await signed(played.entries.with(last, name(played.entries[last]!))),
        sequence: last + 1,
      };
    },
  },
];
