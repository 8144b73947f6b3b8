/** An addressee added late: which rounds it joins, and which it does not. */
import { convened, convening, period } from '../testing/directive-07';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';

const by = SYSTEM;

describe('an addressee added late', () => {
  test('joins open rounds as a shard of its own', () => {
    const scene = convened();
    const [added] = eventsOf(scene.ask('AddAddressee', { unit: 'cat-moi', reason: 'sót' }));
    expect(added!.data).toMatchObject({ joins: [{ duty: 'ack', period: { id: 'once' } }] });
    const data = { duty: 'ack', period: period('once'), late: ['cat-moi'] };
    const plan = convening(['cat-moi']);
    const [event] = eventsOf(scene.ask('ConveneRound', data, { by, plan }));
    expect(event!.data).toMatchObject({
      late: true,
      plansNext: false,
      shards: [{ shard: 1, units: [{ unit: 'cat-moi' }] }],
    });
  });

  test('joins once, brings nobody along, and no closed round', () => {
    const scene = convened(['cat-thanh-hoa']);
    scene.ask('AddAddressee', { unit: 'cat-moi', reason: 'sót' });
    const again = scene.ask('AddAddressee', { unit: 'cat-moi', reason: 'sót' });
    expect(codeOf(again)).toBe('addressee.already');
    const data = { duty: 'ack', period: period('once'), late: ['cat-moi'] };
    const others = convening(['cat-moi', 'cat-khac']);
    expect(codeOf(scene.ask('ConveneRound', data, { by, plan: others }))).toBe('plan.invalid');
    scene.ask('NoteShardClosed', { duty: 'ack', period: 'once', shard: 0 }, { by });
    const [event] = eventsOf(scene.ask('AddAddressee', { unit: 'cat-ba', reason: 'sót' }));
    expect(event!.data).toMatchObject({ joins: [] });
    expect(codeOf(scene.ask('ConveneRound', data, { by, plan: convening(['cat-moi']) }))).toBe(
      'round.not-open',
    );
  });

  test('must be a unit, and joins no round that is overdue', () => {
    const scene = convened();
    const data = { unit: 'cat-moi', reason: 'sót' };
    const unknown = { impossible: 'unit.unknown', params: { unit: 'cat-moi' } };
    expect(codeOf(scene.ask('AddAddressee', data, { plan: unknown }))).toBe('unit.unknown');
    const plan = { overdue: [{ duty: 'ack', period: 'once' }] };
    const [added] = eventsOf(scene.ask('AddAddressee', data, { plan }));
    expect(added!.data).toMatchObject({ unit: 'cat-moi', joins: [] });
  });
});

describe('a class of addressees added late', () => {
  const name = { vi: 'Công an cấp xã', en: 'Commune police' };
  const data = { roleClass: 'cong-an-xa', name, reason: 'sắp xếp đơn vị hành chính' };

  test('is kept with its name, once, and joins no open round', () => {
    const scene = convened();
    const events = eventsOf(scene.ask('AddAddresseeClass', data));
    expect(events).toMatchObject([{ type: 'AddresseeClassAdded', data }]);
    expect(scene.state.lateClasses).toEqual([{ roleClass: 'cong-an-xa', name }]);
    expect(codeOf(scene.ask('AddAddresseeClass', data))).toBe('addressee.class-already');
  });

  test('is none that the text names, and says why it is added', () => {
    const scene = convened();
    const named = { ...data, roleClass: 'cong-an-tinh' };
    expect(codeOf(scene.ask('AddAddresseeClass', named))).toBe('addressee.class-already');
    expect(codeOf(scene.ask('AddAddresseeClass', { ...data, reason: ' ' }))).toBe('reason.missing');
    const bad = { ...data, roleClass: 'Công an xã' };
    expect(codeOf(scene.ask('AddAddresseeClass', bad))).toBe('value.invalid');
  });
});
