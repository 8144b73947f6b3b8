/**
 * A commendation through the real way in, ledger and read model: its deadline with reasons, its refusals on record, its
 * shortlist, and a person whose name is kept apart, shown on one page, and erased without a hash changing.
 */
import { carryOutErasures } from '../../apps/reactor/erasures';
import { brokenAt, entryHash } from '../../libs/audit';
import { createWayIn, decideStream, type WayIn } from '../../libs/commands';
import type { Actor } from '../../libs/domain';
import type { Entry, Ledger } from '../../libs/ledger';
import { createReads, type Reads } from '../../libs/readmodel';
import { policies } from '../../samples';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const NAME = 'Trần Thị Canary';
const STREAM = 'commendation/k-1';
const actor = (role: Actor['role'], unit: string | null): Actor => ({
  id: `${role}-1`,
  role,
  unit,
});
const OPERATOR = actor('operator', null);
const POLICE = actor('clerk', 'cat-a');
const STANDING = actor('standingBody', 'v28');
const MINISTER = actor('leader', 'bo-cong-an');

let database: ReadmodelDatabase;
let reads: Reads;
let api: Ledger;
let wayIn: WayIn;
let asked = 0;

beforeAll(async () => {
  database = await readmodelDatabase('commendation', '2024-03-01T02:00:00.000Z');
  reads = createReads(database.pool);
  api = database.ledgerAs('dondoc_api');
  wayIn = createWayIn(api);
  await reference();
});
afterAll(() => database.drop());

/** Asks through the way in and has it decided; answers the code of the refusal, or `accepted`. */
async function ask(
  stream: string,
  type: string,
  data: unknown,
  by: Actor = OPERATOR,
): Promise<string> {
  asked += 1;
  const request = { stream, type, data, actor: by, idempotencyKey: `k${asked}` };
  const { commandId } = await wayIn.submit(request);
  await decideStream(database.ledger, stream, { decidersHash: 'test' });
  await database.projectNew();
  const { outcome } = (await database.ledger.commandRecord(commandId))!;
  return outcome?.rejection?.code ?? (outcome?.accepted ? 'accepted' : 'waiting');
}

async function reference(): Promise<void> {
  const unit = (id: string, kind: string, parent: string | null) => ({
    id,
    name: { vi: `Đơn vị ${id}`, en: `Unit ${id}` },
    aliases: [],
    parent,
    kind,
    roleClasses: [],
    from: '2010-01-01',
    source: 's',
    contacts: [],
  });
  const units = [
    unit('bo-cong-an', 'ministry', null),
    unit('v28', 'department', 'bo-cong-an'),
    unit('cat-a', 'police', 'bo-cong-an'),
    unit('cat-b', 'police', 'bo-cong-an'),
  ];
  expect(await ask('org', 'RegisterUnits', { units })).toBe('accepted');
  for (const policy of policies) {
    expect(await ask(`policy/${policy.id}`, 'AdoptPolicy', policy)).toBe('accepted');
  }
}

const NOMINATION = {
  directive: null,
  form: 'bang-khen',
  awardingBody: 'bo-cong-an',
  appraisingBody: 'v28',
  merit: 'regular',
  subjects: [
    { kind: 'collective', unit: 'cat-a' },
    { kind: 'individual', name: NAME, unit: 'cat-a', position: null },
  ],
  evidence: [],
  shortlist: null,
  reason: 'thành tích',
};

const DOSSIER = {
  documents: ['to-trinh', 'bao-cao-thanh-tich', 'bien-ban'].map((kind) => ({
    kind,
    number: null,
    date: null,
    sha256: null,
  })),
  note: '',
};
const APPRAISAL = { finding: 'eligible', reason: 'tốt', barred: [], opinionsOf: [] };
const DECISION = { number: '1', date: '2024-03-01', signer: 'Bộ trưởng', reason: 'x' };

/** Everything the stores hold as text, but for the one place from which it can be erased. */
async function storesThatKnow(word: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema IN ('ledger', 'work', 'read') AND table_type = 'BASE TABLE'`,
  );
  const knowing: string[] = [];
  for (const { name } of rows) {
    const found = await database.owner.query(
      `SELECT FROM ${name} AS t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
      [word],
    );
    if (found.rowCount !== 0) knowing.push(name);
  }
  return knowing;
}

const hashes = (entries: readonly Entry[]) => entries.map(({ bytes }) => entryHash(bytes));

test('a nomination is planned: who owes the dossier, by when and why; its name is a token everywhere', async () => {
  expect(await ask(STREAM, 'NominateForCommendation', NOMINATION, POLICE)).toBe('accepted');
  const page = (await reads.commendation('k-1'))!;
  expect(page).toMatchObject({ status: 'nominated', step: 'dossier', responsible: 'cat-a' });
  const { schedule, superior } = page.record.deadlines.d0!;
  expect(superior).toBe('bo-cong-an');
  expect(schedule.derivation.map(({ rule }) => rule)).toContain('due.workingDaysAfter');
  expect(schedule.rungs.map(({ id }) => id)).toEqual(['T-3', 'T-1', 'T1', 'T3', 'T5']);
  expect(page.counts).toEqual({ individuals: 1, collectives: 1, households: 0 });
  expect(page.subjects[1]).toMatchObject({ shown: null, name: expect.stringMatching(/^pii:/) });
  expect(await storesThatKnow('Canary')).toEqual(['work.erasable']);
});

test('the same key with another name is another command, and a repeat keeps no name twice', async () => {
  const sent = (name: string) => ({
    ...{ stream: 'commendation/k-twice', type: 'NominateForCommendation', actor: POLICE },
    data: { ...NOMINATION, subjects: [{ ...NOMINATION.subjects[1]!, name }] },
    idempotencyKey: 'twice',
  });
  const kept = async () => (await database.owner.query('SELECT FROM work.erasable')).rowCount;
  const before = (await kept())!;
  expect((await wayIn.submit(sent('Lê Thử Hai'))).result).toBe('accepted');
  expect((await wayIn.submit(sent('Lê Thử Ba'))).result).toBe('conflict');
  expect((await wayIn.submit(sent('Lê Thử Hai'))).result).toBe('repeat');
  expect(await kept()).toBe(before + 1);
});

test('of two people of one name each is erased by himself', async () => {
  const nominated = async (id: string) => {
    const subjects = [{ ...NOMINATION.subjects[1]!, name: 'Trần Trùng Tên' }];
    const data = { ...NOMINATION, subjects };
    expect(await ask(`commendation/${id}`, 'NominateForCommendation', data, POLICE)).toBe(
      'accepted',
    );
    const [subject] = (await reads.commendation(id))!.subjects;
    return (subject as { name: string }).name;
  };
  const [one, other] = [await nominated('k-one'), await nominated('k-other')];
  await api.erase(one);
  expect([...(await api.reveal([one, other])).values()]).toEqual(['Trần Trùng Tên']);
});

test('whoever judges his own unit is refused, and the refusal stands on the page with its rule', async () => {
  const other = { ...NOMINATION, appraisingBody: 'cat-a', subjects: [NOMINATION.subjects[0]] };
  const stream = 'commendation/k-2';
  const neighbour = actor('clerk', 'cat-b');
  expect(await ask('commendation/k-2a', 'NominateForCommendation', other, POLICE)).toBe(
    'commendation.nominator-appraises',
  );
  await ask(stream, 'NominateForCommendation', other, neighbour);
  expect(await ask(stream, 'CompleteDossier', DOSSIER, neighbour)).toBe('accepted');
  expect(await ask(stream, 'AppraiseNomination', APPRAISAL, POLICE)).toBe('commendation.own-unit');
  const { history, status } = (await reads.commendation('k-2'))!;
  expect(status).toBe('dossierComplete');
  expect(history.at(-1)).toMatchObject({
    kind: 'refusal',
    text: { vi: expect.stringContaining('chính đơn vị mình') },
  });
});

test('a body without the power is warned of at once and refused at the decision', async () => {
  const stream = 'commendation/k-3';
  const form = { ...NOMINATION, form: 'bang-khen-thu-tuong', subjects: [NOMINATION.subjects[0]] };
  expect(await ask(stream, 'NominateForCommendation', form, POLICE)).toBe('accepted');
  expect((await reads.commendation('k-3'))!.warnings).toMatchObject([
    { code: 'commendation.no-power' },
  ]);
  await ask(stream, 'CompleteDossier', DOSSIER, POLICE);
  await ask(stream, 'AppraiseNomination', APPRAISAL, STANDING);
  expect(await ask(stream, 'DecideCommendation', DECISION, MINISTER)).toBe('commendation.no-power');
});

test('a bar recorded of the unit stands in the way of the decision, until it is lifted', async () => {
  const stream = 'commendation/k-3b';
  const bar = {
    id: 'b1',
    unit: 'cat-b',
    kind: 'inspection',
    from: '2024-01-01',
    to: null,
    reason: 'thanh tra',
    source: 'QĐ 9',
  };
  expect(await ask('bars', 'RecordBar', { ...bar, unit: 'cat-z' }, MINISTER)).toBe('unit.unknown');
  expect(await ask('bars', 'RecordBar', bar, POLICE)).toBe('actor.not-in-remit');
  expect(await ask('bars', 'RecordBar', bar, MINISTER)).toBe('accepted');
  const nomination = { ...NOMINATION, subjects: [{ kind: 'collective', unit: 'cat-b' }] };
  await ask(stream, 'NominateForCommendation', nomination, POLICE);
  await ask(stream, 'CompleteDossier', DOSSIER, POLICE);
  await ask(stream, 'AppraiseNomination', APPRAISAL, STANDING);
  expect(await ask(stream, 'DecideCommendation', DECISION, MINISTER)).toBe('commendation.barred');
  const lift = { id: 'b1', on: '2024-02-01', reason: 'hết' };
  expect(await ask('bars', 'LiftBar', lift, actor('clerk', 'cat-b'))).toBe('actor.not-in-remit');
  expect(await ask('bars', 'LiftBar', lift, MINISTER)).toBe('accepted');
  expect(await ask(stream, 'DecideCommendation', DECISION, MINISTER)).toBe('accepted');
  expect((await reads.commendation('k-3b'))!.power).toMatchObject({
    has: true,
    policy: 'commendation-forms@1',
    on: '2024-03-01',
  });
});

test('nothing is commended under a directive that nobody registered, nor of a form that no list has', async () => {
  const directive = 'd-khong-co';
  const nominated = { ...NOMINATION, directive, subjects: [NOMINATION.subjects[0]] };
  const nominate = ask('commendation/k-0', 'NominateForCommendation', nominated, POLICE);
  expect(await nominate).toBe('commendation.directive-unknown');
  const none = { grade: 'notStated' };
  const awards = {
    ...{ directive: null, title: { vi: 'Khen', en: 'Commended' }, awardingBodies: none },
    ...{ forms: none, subjects: none, when: none, split: none, source: null },
  };
  const record = (more: object) =>
    ask('commendation/k-00', 'RecordAwards', { ...awards, ...more }, OPERATOR);
  expect(await record({ directive })).toBe('commendation.directive-unknown');
  const forms = {
    grade: 'decided',
    value: ['khong-co-hinh-thuc'],
    by: OPERATOR,
    at: '2024-01-01',
    reason: 'x',
  };
  expect(await record({ forms })).toBe('commendation.form-unknown');
});

describe('evidence', () => {
  const nominate = (stream: string, kind: string, ref: string, more: object = {}) => {
    const one = { kind, ref, merit: null, sha256: null, note: '', ...more };
    const subjects = [NOMINATION.subjects[0]];
    const data = { ...NOMINATION, subjects, evidence: [one] };
    return ask(`commendation/${stream}`, 'NominateForCommendation', data, POLICE);
  };

  test.each([
    ['round', 'd-x~report~2018'],
    ['obligation', 'd-x~report~2018~0~cat-a'],
    ['submission', 'd-x~report~2018~0~cat-a#1'],
    ['model', 'd-x~report~2018~0~cat-a#1#tổ tự quản'],
    ['indicator', 'd-x~recognised'],
    ['recognition', 'recognition/bo-cong-an/2018/cat-a'],
    ['occurrence', 'directive/d-x@3'],
    ['award', 'k-nowhere'],
    ['obligation', 'no id at all'],
  ])('a %s that is not on record is refused and named: %s', async (kind, ref) => {
    const stream = `k-ref-${kind}-${ref.length}`;
    expect(await nominate(stream, kind, ref)).toBe('commendation.evidence-unknown');
    const entries = await database.ledger.entriesOfStream(`commendation/${stream}`);
    expect(entries.at(-1)!.bytes).toContain(ref);
  });

  test('an award that is on record and decided by merit is taken; one recorded as thematic is not', async () => {
    const won = async (id: string, merit: string) => {
      const stream = `commendation/${id}`;
      const subjects = [NOMINATION.subjects[0]];
      await ask(stream, 'NominateForCommendation', { ...NOMINATION, subjects, merit }, POLICE);
      await ask(stream, 'CompleteDossier', DOSSIER, POLICE);
      await ask(stream, 'AppraiseNomination', APPRAISAL, STANDING);
      return ask(stream, 'DecideCommendation', DECISION, MINISTER);
    };
    expect(await won('k-won', 'regular')).toBe('accepted');
    expect(await won('k-theme', 'thematic')).toBe('accepted');
    expect(await nominate('k-on-merit', 'award', 'k-won')).toBe('accepted');
    const said = { merit: 'regular' };
    expect(await nominate('k-on-theme', 'award', 'k-theme', said)).toBe(
      'commendation.thematic-basis',
    );
  });
});

describe('an erasure', () => {
  const token = async () => {
    const [, person] = (await reads.commendation('k-1'))!.subjects;
    return (person as { readonly name: string }).name;
  };
  const reactor = () => database.ledgerAs('dondoc_reactor');

  test('that is recorded and not carried out yet shows nothing any more', async () => {
    const known = await token();
    expect((await api.reveal([known])).get(known)).toBe(NAME);
    const before = hashes(await database.ledger.entriesOfStream(STREAM));
    const data = { token: known, reason: 'người được nêu tên yêu cầu' };
    const other = actor('leader', 'cat-b');
    expect(await ask('erasure', 'ErasePersonalValue', data, other)).toBe('actor.not-in-remit');
    expect(await ask('erasure', 'ErasePersonalValue', data, MINISTER)).toBe('accepted');
    const [, person] = (await reads.commendation('k-1'))!.subjects;
    expect(person!.erased).toMatchObject({
      actor: { id: MINISTER.id },
      text: {
        vi: expect.stringMatching(/^đã xóa lúc .*, bởi lãnh đạo leader-1 .*$/),
        en: expect.stringMatching(/^erased at .* by leader leader-1 .*$/),
      },
    });
    expect(hashes(await database.ledger.entriesOfStream(STREAM))).toEqual(before);
  });

  test('is carried out by whoever follows the ledger, as often as it is delivered', async () => {
    const known = await token();
    const entries = await database.ledger.entriesOfStream('erasure');
    // The process died after the record; the cursor had not moved, so the entries come again, and again.
    for (let time = 0; time < 3; time += 1) await carryOutErasures(reactor(), entries);
    expect(await api.reveal([known])).toEqual(new Map());
    expect(await api.isKept(known)).toBe(true);
    const { rows } = await database.owner.query(
      `SELECT salt, value, erased_at IS NOT NULL AS erased FROM work.erasable WHERE token = $1`,
      [known],
    );
    expect(rows).toEqual([{ salt: null, value: null, erased: true }]);
    expect(await storesThatKnow('Canary')).toEqual([]);
  });

  test('asked again is accepted and records nothing more', async () => {
    const count = (await database.ledger.entriesOfStream('erasure')).length;
    expect(
      await ask('erasure', 'ErasePersonalValue', { token: await token(), reason: 'lại' }),
    ).toBe('accepted');
    const entries = await database.ledger.entriesOfStream('erasure');
    // The command alone: no event.
    expect(entries).toHaveLength(count + 1);
  });

  test('leaves every chain whole', async () => {
    for (const stream of [STREAM, 'erasure']) {
      const entries = await database.ledger.entriesOfStream(stream);
      const links = entries.map(({ bytes, version, envelope }) => ({
        bytes,
        version,
        prevhash: envelope.prevhash,
      }));
      expect(brokenAt(links)).toBeNull();
    }
  });

  test('whoever may carry it out cannot read what it erases', async () => {
    await expect(reactor().reveal([await token()])).rejects.toThrow();
  });
});

test('the list and the page are the fold of the ledger, also when they are built anew', async () => {
  const all = async () => {
    const { items } = await reads.commendations({});
    return Promise.all(items.map(({ commendation }) => reads.commendation(commendation)));
  };
  const before = await all();
  await database.pool.query(
    `TRUNCATE ${(await tables()).map((name) => `read.${name}`).join(', ')}`,
  );
  await database.projectAll([3, 1, 7]);
  expect(await all()).toEqual(before);
});

async function tables(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'read' AND table_type = 'BASE TABLE'`,
  );
  return rows.map(({ name }) => name);
}
