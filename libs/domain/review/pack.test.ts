/** A pack is what the entries say, and nothing else: counts over the frozen set, reasons of the late, its period, its scope. */
import { reported } from '../testing/reported';
import { addToSources, NO_SOURCES, type StreamHistory } from './pack-sources';
import { reviewPack } from './pack';

const CUT_OFF = '2014-12-31T10:00:00.000Z';

const pack = (histories: readonly StreamHistory[] = reported()) =>
  reviewPack(histories.reduce(addToSources, NO_SOURCES), 1, CUT_OFF)!;

test('every obligation owed at the opening stands in one bucket, and the rates are whole', () => {
  const { totals, rounds } = pack();
  expect(rounds.map(({ duty, owed }) => [duty, owed])).toEqual([['ack', 3]]);
  expect(totals).toMatchObject({
    owed: 3,
    joinedLater: 1,
    counts: { doneOnTime: 1, doneLate: 1, openOnTime: 0, openLate: 1 },
    rates: {
      onTime: { part: 1, of: 3, permille: 333 },
      late: { part: 1, of: 3, permille: 333 },
      unfinishedLate: { part: 1, of: 3, permille: 333 },
    },
  });
});

test('the late are named with why, and what was said about it', () => {
  expect(pack().rounds[0]!.late).toMatchObject([
    { unit: 'cat-b', owner: 'cat-b', standing: 'doneLate', why: 'submittedLate' },
    { unit: 'cat-c', standing: 'openLate', why: 'notSubmitted', said: { explained: 'lũ lụt' } },
    { unit: 'cat-d', standing: 'openLate', why: 'notSubmitted' },
  ]);
  expect(pack().rounds[0]!.reports.map(({ unit, summary }) => [unit, summary])).toEqual([
    ['cat-a', 'đã nhận'],
    ['cat-b', 'đã nhận'],
  ]);
});

test('an indicator has its value by the cut-off, with whose reports are in it and who is in none', () => {
  const [one] = pack().indicators;
  expect(one!.indicator).toMatchObject({ id: 'acknowledged', version: 1 });
  expect(one!.values).toMatchObject([
    { period: 'once', numerator: 2, denominator: 3, reached: null, without: [{ unit: 'cat-c' }] },
  ]);
  const scoped = pack(reported({ units: ['cat-c'] })).indicators[0]!.values;
  expect(scoped).toMatchObject([{ numerator: 0, denominator: 1 }]);
});

test('the order in which the streams come changes nothing', () => {
  const histories = reported();
  expect(pack(histories.toReversed())).toEqual(pack(histories));
});

test('where nothing is owed there is no rate', () => {
  const nothing = pack(reported({ period: { from: '2016-01-01', to: null } }));
  expect(nothing.rounds).toEqual([]);
  expect(nothing.totals.rates.onTime).toEqual({ part: 0, of: 0, permille: null });
});

test('a scope leaves out whoever is not of it', () => {
  const { totals } = pack(reported({ units: ['cat-c'] }));
  expect(totals).toMatchObject({ owed: 1, counts: { openLate: 1, doneOnTime: 0 } });
});

test('streams are named with their versions, deliveries are none of them', () => {
  const delivery = {
    stream: 'directive/d-07/round/ack/once/0/delivery',
    version: 2,
    events: [],
  };
  const { streams } = pack([...reported(), delivery]);
  // Seven commands on the directive, each with its event; on the round five, of which two submissions accept themselves.
  expect(streams).toEqual([
    { stream: 'directive/d-07', version: 7 * 2 },
    { stream: 'directive/d-07/review/1', version: 4 },
    { stream: 'directive/d-07/round/ack/once/0', version: 5 * 2 + 2 },
    { stream: 'directive/d-07/round/ack/once/1', version: 2 },
  ]);
});

test('no pack is made of a review that the entries do not hold', () => {
  expect(reviewPack(NO_SOURCES, 1, CUT_OFF)).toBeNull();
});

test('what is assumed of a later instrument is in it, by the note that counts alone', () => {
  const instrument = { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2014-11-01' };
  const relation = { grade: 'assumed', value: 'besides', reason: 'cùng nội dung' } as const;
  const noted = (more: object) => ({
    ...{ instrument, about: null, relation, effectiveOn: null, reason: 'x', ...more },
  });
  const withNotes = (...notes: readonly object[]) =>
    reported().map((one) => {
      if (one.stream !== 'directive/d-07') return one;
      const last = one.events.at(-1)!;
      const more = notes.map((data) => ({ ...last, type: 'LaterInstrumentNoted', data }));
      return { ...one, events: [...one.events, ...more] };
    });
  expect(pack(withNotes(noted({}))).assumptions).toMatchObject([
    { code: 'instrument.later', source: 'cùng nội dung; x' },
  ]);
  const stated = { ...relation, grade: 'stated', quote: '…', place: 'mục 5' };
  expect(pack(withNotes(noted({}), noted({ relation: stated }))).assumptions).toEqual([]);
});

test('an earlier review that was cancelled has judged nothing', () => {
  const first = reported().find(({ stream }) => stream.endsWith('/review/1'))!;
  const opened = first.events[0]!;
  const of = (type: string, data: object) => ({ ...opened, type, data });
  const evidence = { text: 'báo cáo', contents: [] };
  const judged = { task: '1', judgement: 'partly', evidence, reason: 'x', earlier: null };
  const second = (...more: readonly ReturnType<typeof of>[]) => {
    const events = [
      of('ReviewOpened', { ...(opened.data as object), n: 2 }),
      of('TaskJudged', judged),
      ...more,
    ];
    return pack([...reported(), { stream: 'directive/d-07/review/2', version: 9, events }]);
  };
  expect(second().tasks[0]!.judged).toMatchObject({ judgement: 'partly', review: 2 });
  expect(second(of('ReviewCancelled', { reason: 'x' })).tasks[0]!.judged).toBeNull();
});

test('of a corrected report the pack says whose figures it tells, with what the correction says and brings', () => {
  const file = (sha256: string) => ({
    name: 'x.pdf',
    mediaType: 'application/pdf',
    size: 1,
    sha256,
  });
  const values = { form: 1, sections: {}, values: { cases: 12 } };
  const report = {
    ...{ number: null, date: null, signer: null, summary: 'sửa số liệu', nil: false, data: values },
    ...{ contentSha256: 'c'.repeat(64), files: [file('d'.repeat(64))] },
  };
  const at = '2014-09-10T02:00:00.000Z';
  const times = { effectiveAt: at, receivedAt: at };
  const submission = { ordinal: 2, ...times, by: 'cat-a', substituteFor: null, report };
  const corrected = {
    unit: 'cat-a',
    submission: { ...submission, channel: 'electronic' },
    reason: 'x',
  };
  const accepted = { unit: 'cat-a', submission: 2, automatic: true, note: null };
  const withCorrection = (...all: readonly (readonly [string, object])[]) =>
    reported().map((one) => {
      if (one.stream !== 'directive/d-07/round/ack/once/0') return one;
      const more = all.map(([type, data]) => ({ ...one.events.at(-1)!, type, data }));
      return { ...one, events: [...one.events, ...more] };
    });
  const reports = (...all: readonly (readonly [string, object])[]) =>
    pack(withCorrection(...all)).rounds[0]!.reports;
  const waits = ['CorrectionSubmitted', corrected] as const;
  const old = { unit: 'cat-a', ordinal: 1, summary: 'đã nhận', contents: [] };
  expect(reports(waits)[0]).toMatchObject({
    ...old,
    data: null,
    figuresOf: null,
    correction: null,
  });
  expect(reports(waits, ['CorrectionAccepted', accepted])[0]).toMatchObject({
    ...old,
    ...{ data: values, figuresOf: 2 },
    correction: {
      ...{ ordinal: 2, at, summary: 'sửa số liệu' },
      contents: ['c'.repeat(64), 'd'.repeat(64)],
    },
  });
});
