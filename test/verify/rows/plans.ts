/** Plans that calendar, policies and units do not give, by somebody who holds the database and the right keys, and decides by them. */
import type { Actor, Command, ConveningPlan } from '../../../libs/domain';
import { playedBook, type Altering, type Book } from '../../support/played-entries';
import { chained, loose, signed, type Loose } from '../support/insider';
import { concluding, requesting } from '../support/planned';
import type { Row } from '../support/row';
import { at } from '../support/says';

type Convened = Extract<ConveningPlan, { kind: 'convened' }>;

const CONVENED = 'directive/d-07@11';

/** Everything that follows is decided by it, hashed and signed. */
function planned(what: string, id: string, altered: Altering): Row {
  return {
    what,
    expected: 'plan',
    async make() {
      const { entries } = playedBook(altered);
      const sequence = entries.findIndex((it) => (JSON.parse(it) as Loose).id === id) + 1;
      return { zip: await signed(entries), sequence };
    },
  };
}

const convened = (what: string, change: (plan: Convened) => Convened): Row =>
  planned(what, CONVENED, ({ type }, plan) =>
    type === 'ConveneRound' ? change(plan as Convened) : plan,
  );

const scheduled = (what: string, change: (plan: Convened['schedule']) => Convened['schedule']) =>
  convened(what, (plan) => ({ ...plan, schedule: change(plan.schedule) }));

/** What calendars, policies and units are made of says something else, and all that was decided stays as it was. */
function grounds(what: string, stream: string, change: (data: Loose['data']) => void): Row {
  return {
    what,
    expected: 'plan',
    async make() {
      const entries = loose().map((it) => {
        if (it.subject === stream) change(it.data.command?.data ?? it.data.body);
        return it;
      });
      return { zip: await signed(chained(entries)), sequence: at(CONVENED) + 1 };
    },
  };
}

/** The head of one unit makes a rule of another's, and stands above it by the plan alone. */
function inventedPower(): Row {
  const by: Actor = { id: 'a-hau-giang', role: 'leader', unit: 'cat-hau-giang' };
  return {
    what: 'a power invented',
    expected: 'plan',
    async make() {
      const remit = { above: { 'cat-thanh-hoa': ['cat-hau-giang', 'bo-cong-an'] } };
      const altered = ({ actor }: Command, plan: unknown) =>
        actor.unit === by.unit ? { remit } : plan;
      const book = playedBook((command, plan) =>
        command.type === 'AdoptPolicy' ? altered(command, plan) : plan,
      );
      const sequence = book.entries.length + 1;
      const policy = {
        ...{ id: 'rolling/thanh-hoa', from: '2014-01-01', to: null, source: 'Quyết định' },
        scope: { issuer: 'cat-thanh-hoa', documentTypes: null },
        text: { vi: 'x', en: 'x' },
        value: { kind: 'rolling', roll: 'keep' },
      };
      const stream = 'policy/rolling/thanh-hoa';
      book.ask({ stream, type: 'AdoptPolicy', data: policy, by, at: '2014-08-23T02:00:00.000Z' });
      if (book.entries.length !== sequence + 1) throw new Error('the decider refused it');
      return { zip: await signed(book.entries), sequence };
    },
  };
}

/** Of the last command in a book. */
const last = (what: string, type: string, book: () => Book): Row => ({
  what,
  expected: 'plan',
  async make() {
    const { entries } = book();
    const sequence = entries.findLastIndex((it) => (JSON.parse(it) as Loose).type.includes(type));
    return { zip: await signed(entries), sequence: sequence + 1 };
  },
});

export const PLAN_ROWS: readonly Row[] = [
  scheduled('a due time planned a day later', (it) => ({
    ...it,
    dueAt: '2014-08-26T10:00:00.000Z',
  })),
  scheduled('a rung planned an hour later', (it) => ({
    ...it,
    rungs: it.rungs.map((rung, n) => (n > 0 ? rung : { ...rung, at: '2014-08-22T02:00:00.000Z' })),
  })),
  scheduled('a reason left out of a due time', (it) => ({
    ...it,
    derivation: it.derivation.slice(1),
  })),
  convened('a unit left out of a round', (it) => ({ ...it, units: it.units.slice(1) })),
  convened('another superior in a plan', (it) => ({
    ...it,
    units: it.units.map((unit) => ({ ...unit, superior: 'v28' })),
  })),
  planned('a plan left out', 'directive/d-07@20', ({ type }, plan) =>
    type === 'ConcludeDirective' ? undefined : plan,
  ),
  planned(
    'a plan on a command that needs none',
    'directive/d-07/round/ack/once/0@3',
    ({ type }, plan) => (type === 'SubmitReport' ? { archivedAt: null } : plan),
  ),
  grounds('a calendar altered, its event too', 'calendar/vietnam', (data) => {
    data.days = data.days.slice(1);
  }),
  grounds('a policy altered, its event too', 'policy/due-hour/default', (data) => {
    data.value.hour = '11:30';
  }),
  grounds('units altered, their event too', 'org', (data) => {
    data.units[3].roleClasses = [];
  }),
  inventedPower(),
  last('a plan by rules of long before', 'command.ConcludeDirective', () =>
    concluding('2014-08-23T02:00:00.000Z', false),
  ),
  last('a due time counted from an hour before the request', 'command.RequestReport', () =>
    requesting('2014-08-26T02:00:01.000Z'),
  ),
  last('a due time counted from after the request', 'command.RequestReport', () =>
    requesting('2014-08-26T03:00:02.000Z'),
  ),
  last('a plan as of another instant than its own', 'command.RequestReport', () =>
    requesting('2014-08-26T03:00:00.000Z', { receivedAt: '2014-08-25T03:00:02.000Z' }),
  ),
];
