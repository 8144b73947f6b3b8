/** A change set reaches a directive: which shards are asked, who acts from then on, and what comes in the wrong order. */
import {
  ACK,
  CLERK,
  convened,
  convening,
  DRAFT,
  duty,
  issued,
  ISSUED_AT,
  next,
  period,
  REPORT,
  stated,
} from '../testing/directive-07';
import { codeOf, eventsOf, Scene, SYSTEM, typesOf } from '../testing/scene';
import { directiveDecider } from './decider';
import { actingUnit } from './heirs';
import type { DirectiveEvent } from './types';

type Of = { from: string; to: string | null };
type Asked = Extract<DirectiveEvent, { type: 'HandOverAsked' }>;

const set = (reorganisation: string, successions: readonly Of[], more = {}) => ({
  ...{ reorganisation, pass: 0, back: false, title: 'Sắp xếp', on: '2018-08-07' },
  ...{ source: 'nghị định', reason: null },
  successions: successions.map((one) => ({ ...one, superior: 'bo-cong-an' })),
  ...more,
});

function handsOver(scene: ReturnType<typeof issued>, data: ReturnType<typeof set>) {
  const [event] = eventsOf(scene.ask('HandOverUnits', data, { by: SYSTEM })) as readonly Asked[];
  return event!.data;
}

test('the open shards that name the unit are asked, and no others', () => {
  const scene = convened();
  const asked = handsOver(scene, set('s1', [{ from: 'cat-hau-giang', to: 'cat-can-tho' }]));
  expect(asked.rounds).toEqual([{ duty: 'ack', period: 'once', shards: [0] }]);
  expect(handsOver(scene, set('s2', [{ from: 'cat-khac', to: 'cat-moi' }])).rounds).toEqual([]);
  scene.ask('NoteShardClosed', { duty: 'ack', period: 'once', shard: 0 }, { by: SYSTEM });
  expect(handsOver(scene, set('s3', [{ from: 'cat-thanh-hoa', to: 'cat-moi' }])).rounds).toEqual(
    [],
  );
});

test('a receiver or the monitoring body that ends reaches every open shard', () => {
  expect(handsOver(convened(), set('s1', [{ from: 'v28', to: 'v05' }])).rounds).toEqual([
    { duty: 'ack', period: 'once', shards: [0] },
  ]);
});

test('asked twice it answers once; a stranger asks nothing', () => {
  const scene = convened();
  const data = set('s1', [{ from: 'cat-hau-giang', to: 'cat-can-tho' }]);
  handsOver(scene, data);
  expect(typesOf(scene.ask('HandOverUnits', data, { by: SYSTEM }))).toEqual([]);
  expect(codeOf(scene.ask('HandOverUnits', { ...data, pass: 1 }))).toBe('actor.not-allowed');
});

test('rounds to come are owed to the heir and urged by it; the text keeps the old name', () => {
  const scene = issued([duty('ack', { to: stated(['v28']) }), REPORT]);
  handsOver(scene, set('s1', [{ from: 'v28', to: 'v05' }]));
  scene.ask(
    'PlanRound',
    { duty: 'ack', after: null },
    { by: SYSTEM, plan: next('once', ISSUED_AT) },
  );
  scene.ask('WakeUp', {}, { by: SYSTEM });
  const data = { duty: 'ack', period: period('once') };
  const [event] = eventsOf(
    scene.ask('ConveneRound', data, { by: SYSTEM, plan: convening(['cat-ha-noi']) }),
  ) as readonly Extract<DirectiveEvent, { type: 'RoundConvened' }>[];
  expect(event!.data.heading).toMatchObject({ to: ['v05'], standingBody: 'v05' });
  expect(scene.state.draft!.monitoringBody).toMatchObject({ value: 'v28' });
});

test('the heir of the monitoring body decides, and the body that has ended does not', () => {
  const scene = issued([ACK, REPORT]);
  handsOver(scene, set('s1', [{ from: 'v28', to: 'v05' }]));
  const asks = (unit: string) =>
    codeOf(
      scene.ask(
        'AddAddressee',
        { unit: 'cat-moi', reason: 'bổ sung' },
        { by: { id: 'x', role: 'standingBody', unit } },
      ),
    );
  expect(asks('v28')).toBe('actor.not-allowed');
  expect(asks('v05')).toBe('accepted');
});

test('an heir of an heir acts, also when the later set comes first', () => {
  const earlier = set('s1', [{ from: 'cat-hau-giang', to: 'cat-can-tho' }]);
  const later = set('s2', [{ from: 'cat-can-tho', to: 'cat-mien-tay' }]);
  const [inOrder, inverted] = [convened(), convened()];
  handsOver(inOrder, earlier);
  expect(handsOver(inOrder, later).rounds).toHaveLength(1);
  handsOver(inverted, later);
  expect(handsOver(inverted, earlier).successions).toEqual([
    { from: 'cat-hau-giang', to: 'cat-mien-tay', superior: 'bo-cong-an' },
  ]);
  for (const { state } of [inOrder, inverted]) {
    expect(actingUnit(state.heirs, 'cat-hau-giang')).toBe('cat-mien-tay');
  }
});

test('undone, the old names act again; a set that comes after its undoing changes nothing', () => {
  const forward = set('s1', [{ from: 'v28', to: 'v05' }]);
  const back = set('s1', [{ from: 'v28', to: 'v05' }], { pass: 1, back: true });
  const scene = convened();
  handsOver(scene, forward);
  expect(handsOver(scene, back).rounds).toHaveLength(1);
  expect(actingUnit(scene.state.heirs, 'v28')).toBe('v28');
  const late = convened();
  handsOver(late, back);
  expect(handsOver(late, forward)).toMatchObject({ successions: [], rounds: [] });
  expect(actingUnit(late.state.heirs, 'v28')).toBe('v28');
});

test('a round planned before the set was known hands over as soon as it is convened', () => {
  const scene = issued();
  handsOver(scene, set('s1', [{ from: 'cat-hau-giang', to: 'cat-can-tho' }]));
  scene.ask(
    'PlanRound',
    { duty: 'ack', after: null },
    { by: SYSTEM, plan: next('once', ISSUED_AT) },
  );
  scene.ask('WakeUp', {}, { by: SYSTEM });
  const plan = convening(['cat-hau-giang', 'cat-thanh-hoa']);
  const data = { duty: 'ack', period: period('once') };
  const events = eventsOf(scene.ask('ConveneRound', data, { by: SYSTEM, plan }));
  expect(events.map(({ type }) => type)).toEqual(['RoundConvened', 'HandOverAsked']);
  expect((events[1] as Asked).data).toMatchObject({
    ...{ reorganisation: 's1', pass: 0, title: 'Sắp xếp' },
    rounds: [{ duty: 'ack', period: 'once', shards: [0] }],
  });
});

test('a directive that was never registered answers, and acts through the heirs should it come', () => {
  const usual = { at: ISSUED_AT, by: CLERK };
  const scene = new Scene(directiveDecider, 'directive/d-07', usual);
  expect(handsOver(scene, set('s1', [{ from: 'v28', to: 'v05' }])).rounds).toEqual([]);
  scene.ask('RegisterDirective', { draft: DRAFT, duties: [ACK] });
  expect(scene.state.status).toBe('draft');
  expect(actingUnit(scene.state.heirs, 'v28')).toBe('v05');
});
