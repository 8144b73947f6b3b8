/** Mail about commendations: whoever owes a step hears of it, those above hear who is late, and no person is named. */
import { VIETNAM } from '../calendar';
import {
  commendationDecider,
  foldAll,
  stamp,
  type CommendationEvent,
  type CommendationState,
  type PlannedRung,
  type Subject,
} from '../domain';
import type { World } from './addressing';
import { commendationItemsOf } from './commendation-items';
import { compose } from './compose';
import { render } from './render';

const contact = (role: 'focal' | 'head', email: string) => ({
  role,
  position: { vi: 'đầu mối', en: 'focal' },
  email,
  language: 'vi' as const,
});
const unit = (id: string) => ({
  id,
  names: [
    { from: '2000-01-01', to: null, value: { vi: `Đơn vị ${id}`, en: `Unit ${id}` }, source: 's' },
  ],
  aliases: [],
  parents: [],
  kinds: [],
  roleClasses: [],
  contacts: [contact('focal', `pii:focal-${id}`), contact('head', `pii:head-${id}`)],
  ended: null,
});
const org = {
  units: Object.fromEntries(
    ['v28', 'tong-cuc', 'bo-cong-an', 'ubnd-tinh-thanh-hoa'].map((id) => [id, unit(id)]),
  ),
};
const world: Omit<World, 'directive'> = { org, calendar: VIETNAM };

const TOKEN = `pii:${'a'.repeat(64)}`;
const day = (of: number, hour = '01') => `2019-12-${of}T${hour}:00:00.000Z`;
const RUNGS: readonly PlannedRung[] = [
  { id: 'T-3', at: day(11), kind: 'reminder', audience: 'focal' },
  { id: 'T-1', at: day(13), kind: 'reminder', audience: 'focal' },
  { id: 'T1', at: day(17), kind: 'reminder', audience: 'head' },
  { id: 'T3', at: day(19), kind: 'escalation', audience: 'superior' },
  { id: 'T5', at: day(23), kind: 'escalation', audience: 'issuer' },
];

/** A dossier is complete, the standing body is to appraise it by Monday 16/12/2019, 17:00. */
function withDossier(subject: Subject = { kind: 'collective', unit: 'cat' }): CommendationState {
  const derivation = [{ rule: 'hour', source: 's', from: '2019-12-16', to: day(16, '10') }];
  const schedule = {
    dueAt: day(16, '10'),
    provisional: false,
    derivation,
    rungs: RUNGS,
    calendarVersion: 'vn@1',
    policies: [],
  };
  return {
    ...commendationDecider.initial,
    id: 'k-1',
    status: 'dossierComplete',
    nominatedBy: 'ubnd-tinh-thanh-hoa',
    formName: { vi: 'Bằng khen', en: 'Certificate of merit' },
    nomination: {
      directive: null,
      form: 'bang-khen',
      awardingBody: 'bo-cong-an',
      appraisingBody: 'v28',
      merit: 'regular',
      subjects: [subject],
      evidence: [],
      shortlist: null,
      reason: 'thành tích',
    },
    deadlines: {
      d1: { id: 'd1', step: 'appraisal', responsible: 'v28', superior: 'tong-cuc', schedule },
    },
    current: 'd1',
    pending: RUNGS,
  };
}

/** What people hear of the rung that comes next. */
function itemsOfNext(state: CommendationState, where = world) {
  const at = commendationDecider.nextWakeup(state)!;
  const command = {
    id: 'w',
    stream: 'commendation/k-1',
    type: 'WakeUp' as const,
    data: {},
    actor: { id: 'clock', role: 'system' as const, unit: null },
    receivedAt: at,
    effectiveAt: at,
  };
  const decision = commendationDecider.decide(state, command);
  const loaded = foldAll(
    commendationDecider as never,
    [
      {
        command,
        decision,
      },
    ],
    { state, version: 0 } as never,
  );
  const after = loaded.state as CommendationState;
  const [event] = (decision.ok ? decision.events : []) as CommendationEvent[];
  const change = { entry: 'k@9', stream: command.stream, event: stamp(event!, command), after };
  return { items: commendationItemsOf(change, where), after };
}

test('the focal person of whoever owes the step is reminded, later the superior hears who is late', () => {
  let state = withDossier();
  const told: (string | null)[][] = [];
  while (commendationDecider.nextWakeup(state) !== null) {
    const { items, after } = itemsOfNext(state);
    told.push(items.map(({ recipient, notice }) => `${recipient} ${notice.body.kind}`));
    state = after;
  }
  expect(told).toEqual([
    ['pii:focal-v28 stepReminder'],
    ['pii:focal-v28 stepReminder'],
    ['pii:head-v28 stepReminder'],
    ['pii:head-tong-cuc stepEscalation'],
    ['pii:head-bo-cong-an stepEscalation'],
  ]);
});

test('of a unit that ended in the middle of a step its heir hears, and is told whose it was', () => {
  const ends = (successors: readonly string[]) => {
    const ended = { on: '2019-12-05', how: 'merged' as const, successors, source: 'nghị định' };
    return { ...world, org: { units: { ...org.units, v28: { ...unit('v28'), ended } } } };
  };
  const { items } = itemsOfNext(withDossier(), ends(['tong-cuc']));
  expect(items.map(({ recipient }) => recipient)).toEqual(['pii:focal-tong-cuc']);
  const { text } = render(compose({ notices: [items[0]!.notice], language: 'en', drill: true }));
  expect(text).toContain('Taken over from: Unit v28');
  const { items: waiting } = itemsOfNext(withDossier(), ends(['tong-cuc', 'bo-cong-an']));
  expect(waiting.map(({ recipient }) => recipient)).toEqual(['pii:focal-v28']);
});

test.each(['vi', 'en'] as const)(
  'a message says what is owed, by when and why, in %s',
  (language) => {
    const { items } = itemsOfNext(withDossier());
    const { subject, text } = render(
      compose({ notices: [items[0]!.notice], language, drill: true }),
    );
    expect({ subject, text }).toMatchSnapshot();
  },
);

test('no person is named in mail: neither the name, which nobody has here, nor its token', () => {
  const person = { kind: 'individual', name: TOKEN, unit: 'v28', position: null } as const;
  const { items } = itemsOfNext(withDossier(person));
  const { text, html } = render(
    compose({ notices: [items[0]!.notice], language: 'vi', drill: false }),
  );
  expect(text).toContain('1 cá nhân');
  expect(`${text}${html}`).not.toContain('pii:');
});
