/** The units that a command about recognition meets: ended ones and their heirs, and the levels of the norm in force. */
import type { Actor, Policy, RecognitionNorm } from '../domain';
import { plan } from './plan';
import { book, BOUND, LADDER, org, policy, unit } from './testing/fixture';

const V28: Actor = { id: 'a-v28', role: 'standingBody', unit: 'cat-ha-noi' };

const stated = <T>(value: T) => ({ grade: 'stated', value, quote: 'q', place: 'p' }) as const;
const span = { assessment: { from: '11-16', to: '11-15' }, decisionBefore: '11-20' };
const area = { assessment: { from: '11-01', to: '10-31' }, decisionBefore: '11-15' };
const NEW: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '124/2021/TT-BCA',
  subjects: stated([
    { kind: 'residentialArea', ...area },
    { kind: 'agency', ...span },
    { kind: 'enterprise', ...span },
  ]),
  excluded: { grade: 'notInCopy' },
  registration: stated({ from: '01-01', to: '03-31' }),
  checklist: { grade: 'notInCopy' },
  levels: { grade: 'notInCopy' },
  oneLevelDelegation: stated(true),
};
const NORMS: readonly Policy[] = [policy('norm-2021', NEW, { from: '2022-02-10' })];

describe('units that ended in the year', () => {
  const ended = (id: string, successors: readonly string[], heir?: string) => ({
    ...unit(id, 'bo-cong-an', 'police'),
    ended: {
      ...{ on: '2022-07-01', how: 'merged' as const, successors, source: 'nghị quyết' },
      ...(heir === undefined ? {} : { heir }),
    },
  });
  const { units: police } = org(['cat-ha-noi', 'cat-thanh-hoa']);
  const units = {
    ...police,
    'cat-cu': ended('cat-cu', ['cat-thanh-hoa']),
    'cat-tach': ended('cat-tach', ['cat-ha-noi', 'cat-thanh-hoa']),
    'cat-chia': ended('cat-chia', ['cat-ha-noi', 'cat-thanh-hoa'], 'cat-thanh-hoa'),
  };
  const ask = (type: string, data: object, by: string, body = 'bo-cong-an') =>
    plan(
      { type, stream: `recognition/${body}/2022`, data, actor: { ...V28, unit: by } },
      {},
      book({ policies: [LADDER, BOUND, ...NORMS], org: { units } }),
      '2022-12-01T02:00:00.000Z',
    );
  const dossier = (of: string, by: string, date = '2022-11-01') =>
    ask('SubmitRecognitionDossier', { unit: of, date }, by);

  test('are neither called nor registered any more: the refusal names the successor', () => {
    const impossible = { impossible: 'unit.ended', params: { on: '2022-07-01' } };
    const one = { unit: 'cat-cu', kind: 'agency' };
    expect(ask('RegisterForRecognition', { ...one, date: '2022-11-01' }, 'cat-thanh-hoa')).toEqual({
      ...impossible,
      params: { unit: 'cat-cu', on: '2022-07-01', successors: 'cat-thanh-hoa' },
    });
    const call = { units: [one], standingBody: null, date: '2022-11-01' };
    expect(ask('CallForRegistration', call, 'bo-cong-an')).toMatchObject(impossible);
    expect(dossier('cat-cu', 'cat-cu')).toMatchObject(impossible);
  });

  test('have their dossier from the heir: the only successor, or the one that is named', () => {
    expect(dossier('cat-cu', 'cat-thanh-hoa')).toMatchObject({ inherits: ['cat-cu'] });
    expect(dossier('cat-chia', 'cat-thanh-hoa')).toMatchObject({ inherits: ['cat-chia'] });
    expect(dossier('cat-chia', 'cat-ha-noi')).not.toHaveProperty('inherits');
    expect(dossier('cat-tach', 'cat-thanh-hoa')).not.toHaveProperty('inherits');
    expect(dossier('cat-cu', 'cat-thanh-hoa', '2022-06-30')).not.toHaveProperty('inherits');
  });

  test('may have been the standing body: who appraises says whose heir he is', () => {
    const data = { unit: 'cat-ha-noi', date: '2022-11-20', proposal: 'met', reasons: 'đủ' };
    expect(ask('AppraiseRecognitionDossier', data, 'cat-thanh-hoa')).toMatchObject({
      inherits: ['cat-chia', 'cat-cu'],
    });
    expect(ask('AppraiseRecognitionDossier', data, 'cat-ha-noi')).not.toHaveProperty('inherits');
  });

  describe('a body that has ended', () => {
    const ruling = { number: '1', met: ['cat-ha-noi'], notMet: [], date: '2022-11-25' };

    test('is followed by its heir in what was begun, and begins nothing new', () => {
      const decided = ask('DecideRecognition', ruling, 'cat-thanh-hoa', 'cat-cu');
      expect(decided).toMatchObject({ bodysHeir: 'cat-thanh-hoa' });
      const kind = { unit: 'cat-ha-noi', kind: 'agency', date: '2022-11-01' };
      expect(ask('RegisterForRecognition', kind, 'cat-thanh-hoa', 'cat-cu')).toMatchObject({
        impossible: 'unit.ended',
        params: { unit: 'cat-cu', successors: 'cat-thanh-hoa' },
      });
    });

    test('decided itself until that day, and waits while nobody is named its heir', () => {
      const before = { ...ruling, date: '2022-06-30' };
      const then = ask('DecideRecognition', before, 'cat-cu', 'cat-cu');
      expect(then).not.toHaveProperty('bodysHeir');
      expect(then).not.toHaveProperty('impossible');
      expect(ask('DecideRecognition', ruling, 'cat-ha-noi', 'cat-tach')).toMatchObject({
        impossible: 'unit.ended',
        params: { unit: 'cat-tach' },
      });
    });
  });

  test('a return says until when the dossier may come again, with its reasons', () => {
    const data = { unit: 'cat-ha-noi', date: '2022-11-05', reason: 'thiếu' };
    expect(ask('ReturnRecognitionDossier', data, 'bo-cong-an')).toMatchObject({
      assessments: [
        { kinds: ['residentialArea'], last: '2022-10-31' },
        { kinds: ['agency', 'enterprise'], last: '2022-11-15' },
      ],
    });
  });
});

describe('delegation between levels of the norm in force', () => {
  const level = (code: string, ...unitKinds: string[]) => ({
    ...{ code, name: { vi: code, en: code } },
    unitKinds,
  });
  const [commune, district, province] = [
    level('commune', 'communeCommittee'),
    level('district', 'districtCommittee'),
    level('province', 'provincialCommittee'),
  ] as const;
  const norm = (id: string, levels: readonly unknown[], from: string, to?: string) =>
    policy(id, { ...NEW, levels: stated(levels as never) }, to ? { from, to } : { from });
  const of = (oneLevel: boolean) => ({ delegation: { allowed: true, oneLevel } });
  const ofKind = (id: string, parent: string | null, kind: string) => ({
    ...unit(id, parent, 'x'),
    kinds: [{ from: '2000-01-01', to: null, value: kind, source: 's' }],
  });
  const units = {
    tinh: ofKind('tinh', null, 'provincialCommittee'),
    huyen: ofKind('huyen', 'tinh', 'districtCommittee'),
    xa: ofKind('xa', 'huyen', 'communeCommittee'),
    'xa-moi': ofKind('xa-moi', 'tinh', 'communeCommittee'),
    so: ofKind('so', 'tinh', 'department'),
    phong: ofKind('phong', 'so', 'division'),
    'huyen-cu': {
      ...ofKind('huyen-cu', 'tinh', 'districtCommittee'),
      ended: { on: '2025-07-01', how: 'dissolved' as const, successors: [], source: 'nghị quyết' },
    },
  };
  const policies = [
    norm('three', [commune, district, province], '2022-02-10', '2025-06-30'),
    norm('two', [commune, province], '2025-07-01'),
  ];
  const delegated = (to: string, date: string, from = 'tinh') =>
    plan(
      {
        ...{ type: 'DelegateRecognition', stream: `recognition/${from}/${date.slice(0, 4)}` },
        data: { to, date, reason: 'phân cấp' },
        actor: { ...V28, unit: from },
      },
      {},
      book({ policies, org: { units } }),
      '2025-12-01T02:00:00.000Z',
    );

  test('goes to the next level, and to none two levels below', () => {
    expect(delegated('huyen', '2023-05-01')).toMatchObject(of(true));
    expect(delegated('xa', '2023-05-01')).toMatchObject(of(false));
    // Under the province in the organisation, and two levels below in the norm.
    expect(delegated('xa-moi', '2023-05-01')).toMatchObject(of(false));
    expect(delegated('xa-moi', '2025-08-01')).toMatchObject(of(true));
  });

  test('to a district after 01/07/2025 has no level in the norm, whether the district has ended or not', () => {
    for (const to of ['huyen', 'huyen-cu']) {
      expect(delegated(to, '2025-08-01')).toMatchObject({
        delegation: {
          noLevel: { unit: to, kind: 'districtCommittee', levels: ['commune', 'province'] },
        },
      });
    }
    expect(delegated('huyen', '2025-06-30')).not.toHaveProperty('delegation.noLevel');
  });

  test('by or to a body that is of no level is neither', () => {
    const noLevel = (found: string) => ({ delegation: { noLevel: { unit: found } } });
    expect(delegated('so', '2023-05-01')).toMatchObject(noLevel('so'));
    expect(delegated('xa', '2023-05-01', 'so')).toMatchObject(noLevel('so'));
    expect(delegated('khong-co', '2023-05-01')).toMatchObject({ impossible: 'unit.unknown' });
  });
});
