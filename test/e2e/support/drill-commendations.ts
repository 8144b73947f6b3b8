/** Commendation in the drill: the awards of the report as facts, and one nomination through every step. */
import type {
  AssumptionRow,
  CommendationDetail,
  CommendationRow,
  DeliveryRow,
} from '../../../libs/readmodel';
import { expectedCommendations } from '../../../samples';
import { allOf, read, S4, type PlayedDrill } from './played-drill';

const [MEDALS, COMMENDED, NOMINATION] = expectedCommendations.map((it) => it.commendation);

const pageOf = (drill: PlayedDrill, id: string) =>
  read<CommendationDetail>(new URL(`/v1/commendations/${id}`, drill.addresses.api));

export function testCommendations(drill: () => PlayedDrill): void {
  testDeadlines(drill);
  testReported(drill);
  testNomination(drill);
}

function testDeadlines(drill: () => PlayedDrill): void {
  const api = () => drill().addresses.api;
  const page = (id: string) => pageOf(drill(), id);

  test('each is as was worked out by hand: status, counts, deadlines, and the rungs that were issued', async () => {
    const rows = await allOf<CommendationRow>(api(), `/v1/commendations?directive=${S4}`);
    const found = await Promise.all(rows.map(({ commendation }) => page(commendation)));
    expect(
      found.map(({ commendation, status, counts, record }) => ({
        commendation,
        status,
        counts,
        deadlines: Object.values(record.deadlines).map(({ id, step, schedule }) => ({
          step,
          due: schedule.dueAt,
          issued: schedule.rungs.flatMap((rung) =>
            record.outcomes[`${id}/${rung.id}`]?.outcome === 'issued' ? [rung.id] : [],
          ),
        })),
      })),
    ).toEqual(expectedCommendations);
  });
}

function testReported(drill: () => PlayedDrill): void {
  const page = (id: string) => pageOf(drill(), id);

  test('94 medals stand apart from 58 and 41, whom three bodies commended without a split', async () => {
    const [medals, commended] = await Promise.all([page(MEDALS!), page(COMMENDED!)]);
    expect(medals.record.reported).toMatchObject({
      awardingBodies: { grade: 'stated', value: ['bo-cong-an'] },
      when: { grade: 'stated', value: ['2018', '2019'] },
    });
    expect(commended.record.reported!.split.grade).toBe('notStated');
    expect(commended.record.reported!.awardingBodies).toMatchObject({
      grade: 'inferred',
      value: { length: 3 },
    });
    // Of the awards alone: seconds and counts elsewhere on the screen may well be 193.
    const [, awards] = drill().standalone.said().split('Awards (never added up)');
    expect(awards!.split('mails sent')[0]).toMatch(/\b94\b[^]*\b58\b[^]*\b41\b/);
    expect(awards!.split('mails sent')[0]).not.toMatch(/\b193\b/);
  });

  test('the report told of them on 26/11/2019, not before', async () => {
    for (const id of [MEDALS!, COMMENDED!]) {
      expect((await page(id)).firstAt.slice(0, 10)).toBe('2019-11-26');
    }
  });
}

function testNomination(drill: () => PlayedDrill): void {
  const api = () => drill().addresses.api;
  const page = (id: string) => pageOf(drill(), id);

  test('the late dossier went up to the superior on the third working day', async () => {
    const { history } = await page(NOMINATION!);
    const up = history.find(
      ({ type, data }) =>
        type === 'CommendationRungReached' && (data as { rung: string }).rung === 'T3',
    );
    expect(up).toMatchObject({ at: '2019-12-19T01:00:00.000Z', data: { to: 'bo-cong-an' } });
  });

  test('whoever owed a step, those above and the nominator heard by mail, and that is on record', async () => {
    const mails = await allOf<DeliveryRow>(api(), `/v1/deliveries?commendation=${NOMINATION}`);
    const of = (about: string) =>
      mails.filter((it) => it.about.includes(about)).map((it) => [it.unit, it.outcome]);
    expect(of('dossier-T-3')).toEqual([['cat-hai-phong', 'sent']]);
    expect(of('dossier-T3')).toEqual([['bo-cong-an', 'sent']]);
    expect(of('step-appraisal')).toEqual([['v28', 'sent']]);
    expect(of('madeKnown')).toEqual([['cat-hai-phong', 'sent']]);
    expect(mails.every(({ round, outcome }) => round === null && outcome === 'sent')).toBe(true);
  });

  test('forms, days and ladder are younger than 2019: each is listed as an assumption', async () => {
    const rows = await allOf<AssumptionRow>(api(), `/v1/assumptions?directive=${S4}`);
    const policies = rows.filter(({ duty }) => duty === '').map(({ policy }) => policy);
    expect(policies).toEqual(
      expect.arrayContaining([
        'commendation-forms@1',
        'commendation-steps@1',
        'ladder-commendation@1',
      ]),
    );
  });

  test('an invented person is shown as invented, and stands as a token in the ledger', async () => {
    const person = (await page(NOMINATION!)).subjects.find(({ kind }) => kind === 'individual')!;
    expect(person.shown).toContain('giả định');
    const lines = [...drill().book.values()].flat();
    expect(lines.filter(({ bytes }) => bytes.includes('Người được đề nghị'))).toEqual([]);
  });
}
