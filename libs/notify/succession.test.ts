/** Mail after a change set: the heir hears what it takes over, and from then on hears in the place of the old unit. */
import { roundDecider, type RoundEvent, type RoundState, type Unit } from '../domain';
import { compose } from './compose';
import { mailItemsOf } from './mail-items';
import { render } from './render';
import { change, ORG, rung, WORLD } from './testing/round';

const AT = '2018-12-10T01:00:00.000Z';
const known = ORG.units['nga-son']!;
const HEIR: Unit = {
  ...known,
  id: 'xa-moi',
  names: [{ ...known.names[0]!, value: { vi: 'UBND xã Mới', en: 'Commune of Moi' } }],
  contacts: known.contacts.map((it) => ({ ...it, email: `pii:${'e'.repeat(64)}`, language: 'vi' })),
};
const world = { ...WORLD, org: { units: { ...ORG.units, 'xa-moi': HEIR } } };

const transferred = (units: readonly string[], back = false): RoundEvent => ({
  type: 'ObligationsTransferred',
  data: {
    ...{ reorganisation: 's1', pass: 0, back, title: 'Bỏ cấp huyện', on: '2018-12-10' },
    ...{ source: 'Nghị quyết 1', reason: null, superiors: [], bodies: [], blocked: [] },
    moves: units.map((unit) => ({ unit, from: unit, to: 'xa-moi', superior: null })),
    ...{ moved: units.length, last: true },
  },
});

function moved(units: readonly string[]): RoundState {
  const { event, before } = change(transferred(units), AT);
  return roundDecider.evolve(before, event);
}

function itemsOf(event: RoundEvent, after: RoundState) {
  return mailItemsOf({ ...change(event, AT), before: after, after }, world);
}

test('the heir has one notice for a round: from whom, why, and by when', () => {
  const both = ['nga-son', 'sam-son'];
  const items = itemsOf(transferred(both), moved(both));
  expect(items.map(({ recipient, notice }) => [recipient, notice.unit])).toEqual([
    [HEIR.contacts[0]!.email, 'xa-moi'],
  ]);
  const notices = items.map(({ notice }) => notice);
  const { subject, text } = render(compose({ notices, language: 'vi', drill: false }));
  expect(subject).toContain('Tiếp nhận 2 nghĩa vụ khi sắp xếp đơn vị');
  expect(text).toContain(
    'Từ ngày 10/12/2018, theo “Bỏ cấp huyện” (Nghị quyết 1), UBND xã Mới tiếp nhận',
  );
  expect(text).toContain('d-s0~report~2018~0~nga-son, hạn 17:00 ngày 18/12/2018');
  const english = render(compose({ notices, language: 'en', drill: false }));
  expect(english.text).toContain('Obligations taken over (2)');
});

test('a reminder goes to whoever owes now, once for each of its obligations, and says from whom it is', () => {
  const items = itemsOf(rung('T-7'), moved(['nga-son', 'sam-son']));
  expect(items.map(({ recipient }) => recipient)).toEqual(Array(2).fill(HEIR.contacts[0]!.email));
  // Their key in the database is entry, unit and recipient: two of one heir must not be taken for one.
  expect(items.map(({ notice }) => notice.unit)).toEqual(['nga-son', 'sam-son']);
  const [first] = items.map(({ notice }) => notice);
  expect(first).toMatchObject({
    ...{ unitName: HEIR.names[0]!.value, obligation: 'd-s0~report~2018~0~nga-son' },
  });
  const { text } = render(compose({ notices: [first!], language: 'vi', drill: false }));
  expect(text).toContain(`Tiếp nhận từ: ${known.names[0]!.value.vi}`);
});

test('those above hear of the heir, and of whom it took over from', () => {
  const [item] = itemsOf(rung('T+3', { issued: ['nga-son'] }), {
    ...moved(['nga-son']),
    obligations: {
      'nga-son': { ...moved(['nga-son']).obligations['nga-son']!, superior: 'ubnd-thanh-hoa' },
    },
  });
  expect(item!.notice.body).toMatchObject({
    units: [{ vi: `UBND xã Mới (tiếp nhận từ ${known.names[0]!.value.vi})` }],
  });
});

test('when a set is undone, whoever loses again what it took over hears it once, with the reason', () => {
  const { event, before } = change(transferred(['nga-son', 'sam-son']), AT);
  const inherited = roundDecider.evolve(before, event);
  const given = transferred([], true) as Extract<RoundEvent, { type: 'ObligationsTransferred' }>;
  const moves = ['nga-son', 'sam-son'].map((unit) => ({
    ...{ unit, from: 'xa-moi', to: unit, superior: null },
  }));
  const back: RoundEvent = {
    ...given,
    data: { ...given.data, moves, reason: 'nghị quyết bị hủy' },
  };
  const items = itemsOf(back, inherited);
  const lost = items.filter(({ notice }) => notice.body.kind === 'givenBack');
  expect(lost.map(({ recipient, notice }) => [recipient, notice.unit])).toEqual([
    [HEIR.contacts[0]!.email, 'xa-moi'],
  ]);
  expect(items.map(({ notice }) => notice.unit).sort()).toEqual(['nga-son', 'sam-son', 'xa-moi']);
  const notices = lost.map(({ notice }) => notice);
  const { subject, text } = render(compose({ notices, language: 'vi', drill: false }));
  expect(subject).toContain('Trả lại 2 nghĩa vụ');
  expect(text).toContain('“Bỏ cấp huyện” đã bị hủy (nghị quyết bị hủy)');
  expect(text).toContain('Nghĩa vụ trả lại (2)');
  expect(text).not.toContain('Cách trả lời');
  const english = render(compose({ notices, language: 'en', drill: false }));
  expect(english.subject).toContain('2 obligations go back');
});

test('what comes back is said to come back', () => {
  const items = itemsOf(transferred(['nga-son'], true), moved(['nga-son']));
  const notices = items.map(({ notice }) => notice).filter(({ body }) => body.kind === 'inherited');
  const { subject } = render(compose({ notices, language: 'vi', drill: false }));
  expect(subject).toContain('Nhận lại 1 nghĩa vụ');
});
