/** What is decided, recorded and read again is the same; and every entry is a valid CloudEvent. */
import fc from 'fast-check';
import { CLOCK, type Command, type Decided, type Json } from '../domain';
import {
  commandEnvelope,
  decidedOf,
  envelopeSchema,
  eventEnvelope,
  shortType,
  storedEvent,
  type Envelope,
} from './envelope';

const by = { deploymentId: 'drill-1', recordedAt: '2018-12-18T10:00:01.000Z', decidersHash: 'd1' };
const stream = 'directive/d-1/round/report/2018/0';
const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,12}$/);
const at = fc.constantFrom('2018-12-18T10:00:00.000Z', '2018-12-17T00:00:00.000Z');
const json = fc.jsonValue() as fc.Arbitrary<Json>;

const command: fc.Arbitrary<Command> = fc.record(
  {
    id: fc.uuid(),
    stream: fc.constant(stream),
    type: name,
    data: json,
    actor: fc.constant(CLOCK),
    receivedAt: at,
    effectiveAt: at,
    plan: json,
    causedBy: fc.constant('directive/d-1@7'),
  },
  { requiredKeys: ['id', 'stream', 'type', 'data', 'actor', 'receivedAt', 'effectiveAt'] },
);

const decided: fc.Arbitrary<Decided> = fc.record({
  command,
  decision: fc.oneof(
    fc.record({
      ok: fc.constant(true as const),
      events: fc.array(fc.record({ type: name, data: json })),
    }),
    fc.record({
      ok: fc.constant(false as const),
      rejection: fc.record({
        code: fc.constant('round.closed'),
        params: fc.dictionary(fc.string(), json),
      }),
    }),
  ),
});

function recorded(all: readonly Decided[]): Envelope[] {
  const envelopes: Envelope[] = [];
  const place = () => ({ version: envelopes.length + 1, prevHash: '0'.repeat(64) });
  for (const one of all) {
    envelopes.push(commandEnvelope(one, place(), by));
    const cause = envelopes.length;
    for (const event of one.decision.ok ? one.decision.events : []) {
      envelopes.push(eventEnvelope(event, one.command, { place: place(), cause, by }));
    }
  }
  return envelopes;
}

test('what is read from the ledger is what was decided', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(decided, { selector: (one) => one.command.id, maxLength: 6 }),
      (all) => {
        expect(decidedOf(recorded(all))).toEqual(all);
      },
    ),
  );
});

test('every entry is a CloudEvents document of the one schema', () => {
  fc.assert(
    fc.property(decided, (one) => {
      for (const envelope of recorded([one])) {
        const text = JSON.stringify(envelope);
        expect(JSON.stringify(envelopeSchema.parse(JSON.parse(text)))).toHaveLength(text.length);
      }
    }),
  );
});

const submitted: Decided = {
  command: {
    id: 'c-1',
    stream,
    type: 'SubmitReport',
    data: { unit: 'nga-son' },
    actor: { id: 'p-1', role: 'focal', unit: 'nga-son' },
    receivedAt: '2018-12-18T10:00:00.000Z',
    effectiveAt: '2018-12-18T09:00:00.000Z',
  },
  decision: { ok: true, events: [{ type: 'ReportSubmitted', data: { unit: 'nga-son' } }] },
};

test('an event names the entry of its command as its cause and happens when the command took effect', () => {
  const [first, second] = recorded([submitted]);
  expect(first).toMatchObject({ type: 'dondoc.round.command.SubmitReport.v1', id: `${stream}@1` });
  expect(first).not.toHaveProperty('causationid');
  expect(second).toMatchObject({
    type: 'dondoc.round.ReportSubmitted.v1',
    causationid: `${stream}@1`,
    time: '2018-12-18T09:00:00.000Z',
    correlationid: 'c-1',
  });
  expect(storedEvent(second!)).toEqual({
    type: 'ReportSubmitted',
    data: { unit: 'nga-son' },
    at: '2018-12-18T09:00:00.000Z',
    commandId: 'c-1',
    actor: submitted.command.actor,
  });
  expect(storedEvent(first!)).toBeNull();
  expect(shortType(first!.type)).toBe('SubmitReport');
});

test('attribute names are lower case, as CloudEvents asks', () => {
  for (const envelope of recorded([submitted])) {
    for (const attribute of Object.keys(envelope)) expect(attribute).toMatch(/^[a-z0-9]+$/);
  }
});

test('nothing can be recorded in a stream that no decider knows', () => {
  const command = { ...submitted.command, stream: 'Round 1' };
  expect(() => recorded([{ ...submitted, command }])).toThrow(
    'no decider knows the stream "Round 1"',
  );
});

test('an event that does not follow its command is a broken stream', () => {
  const [, event] = recorded([submitted]);
  expect(() => decidedOf([event!])).toThrow('does not follow');
});
