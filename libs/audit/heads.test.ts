/** In the order of heads a stream and all under it stand together, whatever other streams are called. */
import fc from 'fast-check';
import { headText, inStreamOrder } from './heads';
import { leafHash } from './merkle';

const part = fc.stringMatching(/^[a-c-]{1,3}$/);
const stream = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

test('what stands under a stream stands in one piece behind it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(stream, { minLength: 1, maxLength: 30 }), (streams) => {
      const sorted = streams.toSorted(inStreamOrder);
      for (const top of sorted) {
        const under = sorted.filter((it) => it === top || it.startsWith(`${top}/`));
        const first = sorted.indexOf(top);
        expect(sorted.slice(first, first + under.length)).toEqual(under);
      }
    }),
  );
});

test('the text of a head is canonical', () => {
  const head = { stream: 'directive/d-07', version: 12, leaf: leafHash('x') };
  expect(headText(head)).toMatch(/^\["directive\/d-07",12,"[0-9a-f]{64}"\]$/);
});
