/** Steps that an outage held, forgotten or told too soon: put into what a sound deployment says. */
import type { Altered, Mutation } from './mutations';

type Line = Altered['lines'][number];

export const HELD_MUTATIONS: readonly Mutation[] = [
  {
    title: 'a held step that nobody planned anew',
    law: 'a step that was held is planned anew for everybody who still owes',
    alter: (snapshot) =>
      after(snapshot, 'RungsHeld', ({ schedule, issued, at, issuedAt }) => ({
        ...{ schedule, at, issuedAt },
        rungs: ['T+9'],
        units: [issued[0]!],
      })),
  },
  {
    title: 'a held step planned anew for another unit only',
    law: 'a step that was held is planned anew for everybody who still owes',
    alter(snapshot) {
      after(snapshot, 'HeldRungsReplanned', ({ schedule, rung, issued, at }) => ({
        ...{ from: schedule, rungs: [rung], units: [issued[1]!] },
        schedule: { id: 's9', dueAt: at, rungs: [] },
      }));
      after(snapshot, 'RungsHeld', ({ schedule, rung, issued, at, issuedAt }) => ({
        ...{ schedule, at, issuedAt },
        rungs: [rung],
        units: [issued[0]!, issued[1]!],
      }));
    },
  },
  {
    title: 'a held step planned anew without its gap',
    law: 'a step planned anew keeps its gap from the one that was really told',
    alter: (snapshot) =>
      after(snapshot, 'HeldRungsReplanned', (told) => {
        told.kind = 'escalation';
        const rungs = [{ id: told.rung, at: '2001-01-01T00:00:00.000Z' }];
        return {
          ...{ from: told.schedule, rungs: [told.rung], units: told.issued },
          schedule: { id: 's9', dueAt: told.at, rungs },
        };
      }),
  },
];

type Told = {
  schedule: string;
  rung: string;
  kind: string;
  issued: string[];
  at: string;
  issuedAt: string;
};

/** Puts an event behind the first rung that was told to several. */
function after(snapshot: Altered, type: string, made: (told: Told) => object): void {
  const { lines } = snapshot;
  const place = lines.findIndex(
    (line) => line.type.includes('RungReached') && bodyOf(line).issued.length > 1,
  );
  const told = lines[place]!;
  const body = made(bodyOf(told));
  const line = structuredClone(told);
  line.type = told.type.replace('RungReached', type);
  line.envelope.type = line.type;
  Object.assign(line.envelope.data, { body });
  lines.splice(place + 1, 0, line);
}

function bodyOf({ envelope }: Line): Told {
  return (envelope.data as unknown as { body: Told }).body;
}
