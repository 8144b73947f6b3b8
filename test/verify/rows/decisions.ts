/** Decisions that the rules do not give, by somebody who holds the database and the right keys. */
import { canonicalize, entryHash } from '../../../libs/audit';
import { decidedOf, recordedCommand, type Envelope } from '../../../libs/contracts';
import { deciderOf, foldAll } from '../../../libs/domain';
import { assemble } from '../../../libs/ledger/assemble';
import { chained, isCommand, loose, played, renumbered, signed } from '../support/insider';
import type { Row } from '../support/row';

import { at, ROUND, says } from '../support/says';

/** What the decider answers when it is asked without the wake-up that was due, a minute before. */
function passing(entries: readonly string[]): string[] {
  const stream = 'directive/d-07';
  const own = entries.map((it) => JSON.parse(it) as Envelope).filter((it) => it.subject === stream);
  const { id: _id, ...asked } = recordedCommand(
    loose()[at('directive/d-07@20')] as unknown as Envelope,
  )!;
  const when = '2014-08-15T02:01:00.000Z';
  const command = { ...asked, id: 'passing', effectiveAt: when, receivedAt: when };
  const decider = deciderOf(stream);
  const { state, version } = foldAll(decider, decidedOf(own));
  const decided = [{ command, decision: decider.decide(state, command) }];
  const place = { version: version + 1, prevHash: entryHash(canonicalize(own.at(-1))) };
  const by = { deploymentId: 'so-thu', recordedAt: when, decidersHash: own.at(-1)!.deciders };
  return [...assemble(decided, place, by)].map(({ bytes }) => bytes);
}

export const DECISION_ROWS: readonly Row[] = [
  says('a calendar altered after it was adopted', 'calendar/vietnam@2', (it) => {
    it.data.body.days[0].kind = 'working';
    return it;
  }),
  says('a policy altered after it was adopted', 'policy/due-hour/default@2', (it) => {
    it.data.body.value.hour = '11:30';
    return it;
  }),
  says('an event that the rules do not give', `${ROUND}@10`, (it) => ({
    ...it,
    type: 'dondoc.round.RoundCancelled.v1',
  })),
  says('an event with another value', 'directive/d-07@6', (it) => {
    it.data.body.symbol = { ...it.data.body.symbol, number: 8 };
    return it;
  }),
  says('a refusal for another reason', `${ROUND}@6`, (it) => {
    it.data.rejection.code = 'round.closed';
    return it;
  }),
  says('a refusal turned into an acceptance', `${ROUND}@6`, (it) => {
    delete it.data.rejection;
    it.data.outcome = 'accepted';
    return it;
  }),
  says('an acceptance turned into a refusal', 'directive/d-071@15', (it) => {
    it.data.outcome = 'refused';
    it.data.rejection = { code: 'command.unknown', params: {} };
    return it;
  }),
  {
    what: 'a command and its event by somebody without the role',
    expected: 'decision',
    async make() {
      const actor = { id: 'auditor-1', role: 'auditor', unit: null };
      const entries = loose().map((it) =>
        ['directive/d-07@3', 'directive/d-07@4'].includes(it.id)
          ? { ...it, data: { ...it.data, actor } }
          : it,
      );
      return { zip: await signed(chained(entries)), sequence: at('directive/d-07@3') + 1 };
    },
  },
  {
    what: "a command's last event left out, everything after it numbered anew",
    expected: 'decision',
    async make() {
      const entries = loose().filter(({ id }) => id !== `${ROUND}@10`);
      return { zip: await signed(chained(renumbered(entries))), sequence: at(`${ROUND}@7`) + 1 };
    },
  },
  {
    what: 'an event in the middle of a stream left out, everything after it numbered anew',
    expected: 'decision',
    async make() {
      const entries = loose().filter(({ id }) => id !== `${ROUND}@5`);
      return { zip: await signed(chained(renumbered(entries))), sequence: at(`${ROUND}@3`) + 1 };
    },
  },
  {
    what: 'an event more than the rules give',
    expected: 'decision',
    async make() {
      const event = loose()[at(`${ROUND}@5`)]!;
      const entries = loose().toSpliced(at(`${ROUND}@5`) + 1, 0, event);
      return { zip: await signed(chained(renumbered(entries))), sequence: at(`${ROUND}@5`) + 2 };
    },
  },
  {
    what: 'a command and its events left out, everything numbered anew',
    expected: 'decision',
    async make() {
      const gone = [`${ROUND}@1`, `${ROUND}@2`];
      const entries = renumbered(loose().filter(({ id }) => !gone.includes(id)));
      return { zip: await signed(chained(entries)) };
    },
  },
  {
    what: 'a wake-up left out',
    expected: 'decision',
    async make() {
      const gone = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = renumbered(loose().filter(({ id }) => !gone.includes(id)));
      return { zip: await signed(chained(entries)) };
    },
  },
  {
    what: 'a wake-up at another instant',
    expected: 'decision',
    async make() {
      const later = '2014-08-15T01:59:59.000Z';
      const ids = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = loose().map((it) => {
        if (!ids.includes(it.id)) return it;
        const data = isCommand(it)
          ? { ...it.data, effectiveAt: later, receivedAt: later }
          : it.data;
        return { ...it, time: later, data };
      });
      return { zip: await signed(chained(entries)), sequence: at(ids[0]!) + 1 };
    },
  },
  {
    what: 'a wake-up asked by a person',
    expected: 'decision',
    async make() {
      const actor = { id: 'clock', role: 'clerk', unit: 'bo-cong-an' };
      const ids = ['directive/d-07@9', 'directive/d-07@10'];
      const entries = loose().map((it) =>
        ids.includes(it.id) ? { ...it, data: { ...it.data, actor } } : it,
      );
      return { zip: await signed(chained(entries)), sequence: at(ids[0]!) + 1 };
    },
  },
  {
    what: 'a command that passes a wake-up due before it',
    expected: 'decision',
    async make() {
      const before = played.entries.slice(0, at('directive/d-07@8') + 1);
      return { zip: await signed([...before, ...passing(before)]), sequence: before.length + 1 };
    },
  },
  {
    what: 'the end of a directive given a stream of its own',
    expected: 'decision',
    async make() {
      const entries = loose().map((it) =>
        it.subject === 'directive/d-07' && it.streamversion > 4
          ? { ...it, subject: 'directive/d-07b' }
          : it,
      );
      return {
        zip: await signed(chained(renumbered(entries))),
        sequence: at('directive/d-07@5') + 1,
      };
    },
  },
];
