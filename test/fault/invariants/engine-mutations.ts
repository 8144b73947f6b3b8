/** What the laws of reactions, rungs, read tables, runs and processes must find. */
import type { Altered, Mutation } from './mutations';

const ONE_OUTCOME =
  'no rung has two outcomes, and none is left without on a schedule that was left';

export const ENGINE_MUTATIONS: readonly Mutation[] = [
  {
    title: 'a reaction that was never asked',
    law: 'what an event means for another stream is asked there',
    alter({ log }) {
      const at = log.findIndex(({ id }) => id.startsWith('r-'));
      log.splice(at, 1);
    },
  },
  {
    title: 'a process that ended by itself while every part was there',
    law: 'no process ends by itself but for a part that was taken from it',
    alter: ({ ended }) => void ended.push('notifier: postgres.away'),
  },
  {
    title: 'an erasure that nobody carried out',
    law: 'what was erased is kept nowhere',
    alter({ lines, personal }) {
      const { data } = lines.at(-1)!.envelope;
      const line = structuredClone(lines.find(({ type }) => type.includes('.UnitsRegistered.'))!);
      line.type = 'dondoc.erasure.PersonalValueErased.v1';
      line.envelope.type = line.type;
      line.envelope.data = { ...data, body: { token: personal[0]!, reason: 'x' } } as typeof data;
      lines.push(line);
    },
  },
  {
    title: 'a row of a read table that the ledger does not give',
    law: 'the read tables are those that are built anew from the ledger',
    alter: ({ deviations }) => void deviations.push('timeline 7: missing'),
  },
  {
    title: 'a stream that time will act on without its run',
    law: 'every stream that time will act on has a run',
    alter(snapshot) {
      const waits = snapshot.wakeups.find(
        ({ stream, nextAt }) => nextAt && stream in snapshot.runs,
      );
      delete snapshot.runs[waits!.stream];
    },
  },
  {
    title: 'a rung that comes twice for one unit',
    law: ONE_OUTCOME,
    alter(snapshot) {
      const { issued } = eventOf(snapshot, 'RungReached', ({ issued: of }) => of.length > 0);
      issued.push(issued[0]!);
    },
  },
  {
    title: 'an extension that forgets the rungs it has replaced',
    law: ONE_OUTCOME,
    alter({ lines }) {
      const reached = new Set(
        lines.filter(({ type }) => type.includes('.RungReached.')).map(({ stream }) => stream),
      );
      const at = lines.findIndex(
        ({ type, stream }) =>
          type.includes('.ReportSubmitted.') && stream.includes('/2018/') && !reached.has(stream),
      );
      const extended = structuredClone(lines[at]!);
      extended.type = extended.type.replace('ReportSubmitted', 'ExtensionGranted');
      extended.envelope.type = extended.type;
      const body = { unit: 'nga-son', ordinal: 1, replaced: [], schedule: { id: 's1', rungs: [] } };
      (extended.envelope.data as { body: unknown }).body = body;
      lines.splice(at + 1, 0, extended);
    },
  },
  {
    title: 'a rung that comes before its time',
    law: 'time acts when it has come, and never before',
    alter(snapshot) {
      const set = new Set(snapshot.clockWasSet);
      const wake = snapshot.lines.find(({ stream, type }) => {
        return type.includes('.command.WakeUp') && !set.has(stream);
      })!;
      (wake.envelope.data as { effectiveAt: string }).effectiveAt = '2099-01-01T00:00:00.000Z';
    },
  },
];

type Body = { readonly issued: string[] };

/** The first event of this type of which it holds, as it stands in its entry. */
function eventOf({ lines }: Altered, type: string, holds: (body: Body) => boolean): Body {
  const bodies = lines
    .filter((line) => line.type.includes(`.${type}.`))
    .map(({ envelope }) => (envelope.data as unknown as { body: Body }).body);
  return bodies.find(holds)!;
}
