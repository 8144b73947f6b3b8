/** What one recording of a decision holds: a longer list is refused with how to split it, and what is taken fits an entry. */
import { deciderOf, foldAll, step, type Command } from '../../domain';
import { ruling } from '../schemas/recognition';

const ENTRY_BYTES = 60 * 1024;
const ENVELOPE_BYTES = 4 * 1024;
const unit = (n: number, length: number) => `u${String(n).padStart(length - 1, '0')}`;
const units = (count: number, length = 20) =>
  Array.from({ length: count }, (_, n) => unit(n, length));
const on = { number: '10/QĐ-UBND', date: '2023-11-18' };
const codes = (data: object): string[] => {
  const read = ruling.safeParse({ ...on, ...data });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

test('2,000 subjects do not fit one recording: the fault says so, and parts of 500 are taken', () => {
  expect(codes({ met: units(2_000) })).toEqual(['recognition.ruling-too-long']);
  expect(codes({ noDossier: units(501) })).toEqual(['recognition.ruling-too-long']);
  for (const part of ['met', 'noDossier']) expect(codes({ [part]: units(500) })).toEqual([]);
});

test('long reasons count by their bytes', () => {
  const reason = 'Chưa đủ tiêu chí. '.repeat(50);
  const notMet = (count: number) => units(count).map((one) => ({ unit: one, reason }));
  expect(codes({ notMet: notMet(30) })).toEqual([]);
  expect(codes({ notMet: notMet(100) })).toEqual(['recognition.ruling-too-long']);
});

test('the longest that is taken fits an entry, as command and as event, with its evidence', () => {
  const noDossier = units(350, 64);
  expect(codes({ noDossier })).toEqual([]);
  expect(codes({ noDossier: units(370, 64) })).not.toEqual([]);
  const kind = 'educationalInstitution';
  const window = { first: '2023-11-16', last: '2023-11-19', assessedUntil: '2023-11-15' };
  const norm = { policy: 'recognition-norm/tt-124-2021@1', symbol: '124/2021/TT-BCA' };
  const decisions = [{ kind, ...window }];
  const plan = { norm, assumptions: [], line: ['ubnd'], above: ['ubnd'], decisions };
  const at = '2023-11-18T08:00:00.000Z';
  const stream = 'recognition/ubnd/2023';
  const ask = (id: string, type: string, data: unknown): Command => ({
    ...{ id, type, data, stream, plan, receivedAt: at, effectiveAt: at },
    actor: { id: 'chu-tich', role: 'leader', unit: 'ubnd' },
  });
  const decider = deciderOf(stream);
  const registered = noDossier.map((one) => {
    const data = { unit: one, kind, trait: null, reference: '01/KH', date: '2023-02-10' };
    return ask(one, 'RegisterForRecognition', data);
  });
  const beginning = { state: decider.initial, version: 0 };
  const { decided } = step(decider, beginning, { waiting: registered, now: at }, stream);
  const data = { ...on, met: [], notMet: [], noDossier };
  const { state } = foldAll(decider, decided);
  const decision = decider.decide(state, ask('d', 'DecideRecognition', data));
  const [event] = decision.ok ? decision.events : [];
  for (const entry of [event, { data, plan }]) {
    const bytes = Buffer.byteLength(JSON.stringify(entry));
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(ENTRY_BYTES - ENVELOPE_BYTES);
  }
});
