/**
 * What the archive's clock and the step of a commendation say, as mail that really arrives: each once, also when the
 * notifier reads everything a second time.
 */
import {
  AT,
  NOMINATION,
  NOMINATOR,
  POWER,
  STANDING,
  stepPlan,
} from '../../libs/domain/commendation/testing/fixture';
import { CLERK, DRAFT, LEADER } from '../../libs/domain/testing/directive-07';
import { openOffice, register, type Office } from './support/notifier-office';
import { deliveries, play, readAgain, subjects, wake, type Ask } from './support/notifier-play';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ mode: 'live' });
});
afterEach(() => office.close());

describe('the archive of a concluded directive', () => {
  const STREAM = 'directive/d-07';
  const archive = {
    dueOn: '2026-12-31',
    dueAt: '2026-12-31T17:00:00.000Z',
    remindAt: '2026-12-01T01:00:00.000Z',
    policy: 'archive-2025@1',
    source: 'Luật Lưu trữ 33/2024/QH15',
    derivation: [],
    assumptions: [],
  };
  const signer = DRAFT.signer;
  const life: readonly Ask[] = [
    {
      type: 'RegisterDirective',
      data: { draft: DRAFT, duties: [] },
      ...{ actor: CLERK, at: '2014-08-15T02:00:00.000Z' },
    },
    {
      type: 'IssueDirective',
      data: { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer, urgency: 'normal' },
      ...{ actor: LEADER, at: '2014-08-15T02:00:00.000Z' },
    },
    {
      type: 'ConfirmIssue',
      data: { number: 7, symbol: '07/CT-BCA-V28', series: 's' },
      at: '2014-08-15T02:00:00.000Z',
    },
    {
      type: 'ConcludeDirective',
      data: { reason: 'xong' },
      ...{ actor: LEADER, plan: { archive }, at: '2025-07-15T02:00:00.000Z' },
    },
  ];

  test('reminds the focal person of the issuing authority, then says that it is overdue: each once', async () => {
    await register(office.ledger, [{ unit: 'bo-cong-an', address: 'van-thu@example.vn' }]);
    await office.start();
    await play(office, STREAM, [
      ...life,
      wake({ at: archive.remindAt }),
      wake({ at: archive.dueAt }),
    ]);
    await office.attempted();
    await readAgain(office);
    expect(subjects(office, 'van-thu@example.vn').map((it) => it?.split(',')[0])).toEqual([
      'Còn 22 ngày làm việc để nộp hồ sơ vào lưu trữ: Chỉ thị 07/CT-BCA-V28 ngày 15/08/2014',
      'Quá hạn nộp hồ sơ vào lưu trữ: Chỉ thị 07/CT-BCA-V28 ngày 15/08/2014',
    ]);
    const [first] = office.mail.to('van-thu@example.vn');
    expect(first?.mail.text).toContain('Luật Lưu trữ 33/2024/QH15');
    expect(first?.mail.text).toContain('nộp vào lưu trữ cơ quan');
    expect(await deliveries(office, STREAM)).toEqual([
      'bo-cong-an archive-due sent',
      'bo-cong-an archive-reminder sent',
    ]);
  });

  test('is not spoken of once the file is handed over', async () => {
    await register(office.ledger, [{ unit: 'bo-cong-an', address: 'van-thu@example.vn' }]);
    await office.start();
    const handed: Ask = {
      type: 'HandToArchive',
      data: { reason: 'đã nộp', document: '01/BB' },
      ...{ actor: CLERK, at: '2026-12-10T02:00:00.000Z' },
    };
    await play(office, STREAM, [...life, wake({ at: archive.remindAt }), handed]);
    await office.attempted();
    expect(office.mail.received).toHaveLength(1);
    await expect(
      play(office, 'directive/d-08', [...life, handed, wake({ at: archive.dueAt })]),
    ).rejects.toThrow('wake-up.nothing-due');
  });
});

describe('a step of a commendation', () => {
  const STREAM = 'commendation/k-1';
  const document = { kind: 'to-trinh', number: null, date: null, sha256: null };
  const begun: readonly Ask[] = [
    {
      type: 'NominateForCommendation',
      data: NOMINATION,
      ...{ actor: NOMINATOR, at: AT, plan: stepPlan('dossier', '2019-12-02', { power: POWER }) },
    },
    {
      type: 'CompleteDossier',
      data: { documents: [document], note: '' },
      ...{ actor: NOMINATOR, at: '2019-12-04T02:00:00.000Z' },
      plan: stepPlan('appraisal', '2019-12-04'),
    },
    {
      type: 'AppraiseNomination',
      data: { finding: 'eligible', reason: 'đủ', barred: [], opinionsOf: ['cuc-a', 'cuc-b'] },
      ...{ actor: STANDING, at: '2019-12-06T02:00:00.000Z' },
      plan: stepPlan('decision', '2019-12-06'),
    },
    {
      type: 'GiveOpinion',
      data: { opinion: 'agree', reason: 'nhất trí' },
      ...{ actor: { ...STANDING, unit: 'cuc-b' }, at: '2019-12-09T02:00:00.000Z' },
    },
  ];

  test('mails whoever owes it and whoever is asked, reminds both and goes up: each once', async () => {
    const units = ['ubnd-tinh-thanh-hoa', 'v28', 'bo-cong-an', 'cuc-a', 'cuc-b'];
    await register(
      office.ledger,
      units.map((unit) => ({ unit, address: `${unit}@example.vn` })),
    );
    await office.start();
    await play(office, STREAM, [
      ...begun,
      wake({ at: '2019-12-13T01:00:00.000Z' }),
      wake({ at: '2019-12-17T01:00:00.000Z' }),
    ]);
    await office.attempted();
    await readAgain(office);
    const told = units.map((unit) =>
      subjects(office, `${unit}@example.vn`).map((it) => it?.split(': đề nghị')[0]),
    );
    // The decision is due on Mon 16/12: T-3 is Fri 13/12, one working day before; T1 is Tue 17/12.
    expect(told).toEqual([
      ['Việc mới: hoàn thiện hồ sơ'],
      ['Việc mới: thẩm định'],
      [
        'Việc mới: quyết định',
        'Còn 1 ngày làm việc: quyết định',
        'Quá hạn 1 ngày làm việc: quyết định',
      ],
      ['Xin ý kiến', 'Còn 1 ngày làm việc: cho ý kiến'],
      ['Xin ý kiến'],
    ]);
    expect(await deliveries(office, STREAM)).toContain('cuc-a opinion-T-3 sent');
  });
});
