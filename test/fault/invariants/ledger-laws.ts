/** The ledger has no gap, each stream is a whole chain of canonical bytes, and every decision is made again by the rules. */
import { isDeepStrictEqual } from 'node:util';
import { brokenAt, canonicalize, entryHash } from '../../../libs/audit';
import { deciderOf, foldAll, type Loaded } from '../../../libs/domain';
import { bookOf, decidedIn } from './book-of';
import type { Law } from './laws';

export const ledgerLaws: { readonly [law: string]: Law } = {
  'the ledger has no gap and its time never goes back': ({ lines }) =>
    lines.flatMap(({ seq, envelope }, index) => {
      const before = lines[index - 1];
      const back = before && before.envelope.recordedat > envelope.recordedat;
      return [
        ...(seq === index + 1 ? [] : [`entry ${index + 1} is numbered ${seq}`]),
        ...(back ? [`entry ${seq} was recorded before the one before it`] : []),
      ];
    }),

  'every stream is a whole chain of canonical bytes': (snapshot) =>
    [...bookOf(snapshot)].flatMap(([stream, lines]) => {
      const at = brokenAt(
        lines.map(({ bytes, version, envelope }) => ({
          ...{ bytes, version, prevhash: envelope.prevhash },
        })),
      );
      const altered = lines.filter(
        ({ bytes, hash, envelope }) =>
          entryHash(bytes) !== hash || canonicalize(envelope) !== bytes,
      );
      return [
        ...(at === null ? [] : [`${stream} breaks at version ${at}`]),
        ...altered.map(({ stream: of, version }) => `${of}@${version} is not what its hash says`),
      ];
    }),

  'every recorded decision is made again by the same rules': (snapshot) => {
    const book = bookOf(snapshot);
    return [...book.keys()].flatMap((stream) => {
      const decider = deciderOf(stream);
      let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
      return decidedIn(book, stream).flatMap((decided) => {
        const again = decider.decide(loaded.state, decided.command);
        loaded = foldAll(decider, [decided], loaded);
        return isDeepStrictEqual(again, decided.decision)
          ? []
          : [`${decided.command.id} in ${stream} is decided otherwise`];
      });
    });
  },
};
