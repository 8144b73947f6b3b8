/**
 * A body's year on the real engine: it sleeps until somebody is to be reminded and until the last day of the registration,
 * hears then who has registered, and what arrived while nobody ran it is decided first. Real PostgreSQL, real Temporal, the built bundle, a told clock.
 */
import type { Actor, Command } from '../../libs/domain';
import { storedEvent } from '../../libs/contracts';
import {
  answers,
  DECISION_DUE,
  DOSSIER_REMINDER,
  planned,
  REGISTRATION_ENDS,
  REGISTRATION_REMINDER,
  SCHOOL,
} from '../../libs/domain/testing/recognition-scene';
import { openEngine, TOLD, type Engine } from './support/engine';
import { asked } from './support/round-commands';
import { until } from './support/until';

let engine: Engine;
beforeEach(async () => {
  engine = await openEngine({ ...TOLD, startsAt: '2023-02-10T00:00:00.000Z' });
});
afterEach(() => engine.close());

const of = (unit: string): Actor => ({ ...SCHOOL, unit });

function registration(stream: string, unit: string) {
  const data = {
    ...{ unit, kind: 'educationalInstitution', trait: null, reference: '01/KH' },
    date: '2023-02-10',
  };
  const plan = planned([unit]);
  return asked(stream, { type: 'RegisterForRecognition', data, actor: of(unit), plan });
}

function dossier(stream: string, unit: string) {
  const data = { unit, date: '2023-03-30', answers: answers(), documents: [] };
  const plan = planned([unit]);
  return asked(stream, { type: 'SubmitRecognitionDossier', data, actor: of(unit), plan });
}

async function reached(stream: string): Promise<Command['data'][]> {
  const entries = await engine.ledger.entriesOfStream(stream);
  return entries.flatMap(({ envelope }) => {
    const event = storedEvent(envelope);
    return event?.type === 'RecognitionDeadlineReached' ? [event.data] : [];
  });
}

test('the last days come once each, with who registered, and no day is left to come', async () => {
  const stream = `recognition/${engine.stream('year').replaceAll('/', '-')}/2023`;
  await engine.startRunner();
  await engine.startDispatcher();
  const first = [registration(stream, 'a'), registration(stream, 'b')];
  await engine.accept(...first);
  expect(await engine.outcomes(...first)).toMatchObject([
    { outcome: { accepted: true } },
    { outcome: { accepted: true } },
  ]);
  expect(await reached(stream)).toEqual([]);

  await engine.ledger.tellClock(REGISTRATION_ENDS.at);
  await until('the registration has ended', async () => (await reached(stream)).length === 1);
  expect(await reached(stream)).toMatchObject([
    { what: 'registrationEnds', last: '2023-03-31', units: ['a', 'b'], more: 0 },
  ]);

  const late = dossier(stream, 'a');
  await engine.accept(late);
  expect(await engine.outcomes(late)).toMatchObject([{ outcome: { accepted: true } }]);
  await engine.ledger.tellClock(DECISION_DUE.at);
  await until('the decision is due', async () => (await reached(stream)).length === 2);
  expect((await reached(stream))[1]).toMatchObject({ what: 'decisionDue', units: ['a', 'b'] });
  const { rows } = await engine.database
    .pool()
    .query<{ next_at: string | null }>('SELECT next_at FROM work.wakeups WHERE stream = $1', [
      stream,
    ]);
  expect(rows.filter(({ next_at }) => next_at !== null)).toEqual([]);
});

test('a year that a call began reminds each unit once of what it has not done', async () => {
  const stream = `recognition/${engine.stream('called').replaceAll('/', '-')}/2023`;
  const body = stream.split('/')[1]!;
  await engine.startRunner();
  await engine.startDispatcher();
  const deadlines = [REGISTRATION_REMINDER, DOSSIER_REMINDER];
  const call = asked(stream, {
    type: 'CallForRegistration',
    data: {
      units: ['a', 'b'].map((unit) => ({ unit, kind: 'educationalInstitution' })),
      ...{ standingBody: null, reference: '02/KH', date: '2023-02-10' },
    },
    actor: { id: 'chu-tich', role: 'leader', unit: body },
    plan: planned([body], { deadlines }),
  });
  const first = [call, registration(stream, 'a')];
  await engine.accept(...first);
  expect(await engine.outcomes(...first)).toMatchObject([
    { outcome: { accepted: true } },
    { outcome: { accepted: true } },
  ]);
  const reminded = async () => {
    const entries = await engine.ledger.entriesOfStream(stream);
    return entries.flatMap(({ envelope }) => {
      const event = storedEvent(envelope);
      if (event?.type !== 'RecognitionReminded') return [];
      const { what, units } = event.data as { what: string; units: readonly string[] };
      return [[what, ...units]];
    });
  };
  await engine.ledger.tellClock(REGISTRATION_REMINDER.at);
  await until('b is reminded to register', async () => (await reminded()).length === 1);
  await engine.ledger.tellClock(DOSSIER_REMINDER.at);
  await until('a is reminded of its dossier', async () => (await reminded()).length === 2);
  expect(await reminded()).toEqual([
    ['registrationReminder', 'b'],
    ['dossierReminder', 'a'],
  ]);
});
