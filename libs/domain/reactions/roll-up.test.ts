/** Reports that answer the level above: three directives deep, by links that people made, and no further. */
import type { DirectiveState, DutyRef, RoundState } from '../index';
import { form } from '../form/testing/fixture';
import type { Actor, Json } from '../kernel';
import {
  CLERK,
  convening,
  DRAFT,
  duty,
  issued,
  next,
  notStated,
  period,
  REPORT,
  stated,
} from '../testing/directive-07';
import { Office } from '../testing/office';
import { codeOf, eventsOf, SYSTEM } from '../testing/scene';

const AT = '2014-08-20T02:00:00.000Z';
const ROLL_UP = duty('rollup', { kind: 'periodicReport' });
/** Who owes in each directive, from the ministry down. */
const OWES: Readonly<Record<string, string>> = { top: 'cat', middle: 'bcd', low: 'xa' };
/** Each takes the next number of the series. */
const UNNUMBERED = { ...DRAFT, symbol: notStated, date: notStated };
const NUMBERING = { pattern: '{n}/CT-BCA' };
const directive = (id: string) => `directive/${id}`;
const round = (id: string) => `directive/${id}/round/rollup/once/0`;
const below = (id: string): DutyRef => ({ directive: id, duty: 'rollup' });

/** What the way in would attach; `reporters` are those of a directive that has others than its own unit. */
function planner(reporters: Reporters, office: () => Office) {
  return (type: string, data: Json, at: string, stream: string): unknown => {
    if (type === 'LinkDuty') return { warning: null };
    if (type === 'PlanRound') {
      const { after } = data as { after: string | null };
      return after === null ? next('once', at) : { revision: 1, kind: 'none' };
    }
    if (type === 'TakeChildReport') {
      const [id = ''] = (data as { child: { obligation: string } }).child.obligation.split('~');
      const { rounds } = office().state<DirectiveState>(directive(id));
      return { reporters: rounds['rollup~once']!.shards.flatMap(({ units }) => units).length };
    }
    if (type !== 'ConveneRound') return undefined;
    const id = stream.split('/')[1]!;
    const { late } = data as { late?: readonly string[] };
    const all = late ?? reporters[id] ?? (id === 'top' ? Object.values(OWES) : [OWES[id]!]);
    return convening(all, '2014-08-25T10:00:00.000Z');
  };
}

type Reporters = { readonly [directive: string]: readonly string[] };

/** Directives of the same duty and form, the next one below; issued, so that their rounds are open. */
function offices(
  ids: readonly string[],
  links: 'linked' | 'unlinked',
  reporters: Reporters = {},
): Office {
  const office: Office = new Office(planner(reporters, () => office));
  const ask = (id: string, type: string, data: Json) =>
    office.ask(directive(id), type, data, { at: AT, by: CLERK });
  for (const id of ids) ask(id, 'RegisterDirective', { draft: UNNUMBERED, duties: [ROLL_UP] });
  const { version: _version, ...definition } = form();
  for (const id of ids) ask(id, 'SetForm', { duty: 'rollup', form: definition });
  if (links === 'linked')
    for (const id of ids.slice(1)) link(office, ids[ids.indexOf(id) - 1]!, id);
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  for (const id of ids)
    ask(id, 'IssueDirective', { symbol: null, date: '2014-08-20', signer, numbering: NUMBERING });
  return office;
}

const linked = (...ids: string[]) => offices(ids, 'linked');

function link(office: Office, above: string, id: string): void {
  const from = stated(below(id));
  const data = { duty: 'rollup', unit: OWES[above]!, from, reason: 'theo văn bản' };
  office.ask(directive(above), 'LinkDuty', data, { at: AT, by: CLERK });
}

function submit(office: Office, id: string, unit = OWES[id]!): void {
  const by: Actor = { id: 'p', role: 'focal', unit };
  const data = { form: 1, sections: { results: 'đã làm' }, values: { registered: 40 } };
  const report = {
    number: '1/BC',
    date: null,
    signer: null,
    summary: 'x',
    nil: false,
    data,
    contentSha256: null,
    files: [],
  };
  office.ask(round(id), 'SubmitReport', { unit, report }, { at: AT, by });
}

const obligation = (office: Office, id: string) =>
  office.state<RoundState>(round(id)).obligations[OWES[id]!]!;

test('a report accepted at the lowest level answers the next, and that one the next', () => {
  const office = linked('top', 'middle', 'low');
  submit(office, 'low');
  expect(obligation(office, 'middle')).toMatchObject({
    status: 'accepted',
    submissions: [
      { channel: 'rollUp', fedBy: 'low~rollup~once~0~xa', by: 'xa', substituteFor: 'bcd' },
    ],
  });
  expect(obligation(office, 'top')).toMatchObject({
    status: 'accepted',
    submissions: [
      { fedBy: 'middle~rollup~once~0~bcd', report: { data: { values: { registered: 40 } } } },
    ],
  });
});

describe('of several units that report below', () => {
  const answered = (office: Office) => obligation(office, 'top').submissions;

  test('nobody is handed in for the whole: neither the first accepted nor the last', () => {
    const office = offices(['top', 'middle'], 'linked', { middle: ['bcd', 'xa'] });
    submit(office, 'middle', 'bcd');
    submit(office, 'middle', 'xa');
    expect([obligation(office, 'middle').status, answered(office)]).toEqual(['accepted', []]);
  });

  test('nobody is when the link is made later, and not the only one who was not waived', () => {
    const office = offices(['top', 'middle'], 'unlinked', { middle: ['bcd', 'xa'] });
    const data = { unit: 'xa', reason: 'không phát sinh' };
    office.ask(round('middle'), 'WaiveObligation', data, { at: AT, by: CLERK });
    submit(office, 'middle', 'bcd');
    link(office, 'top', 'middle');
    expect([obligation(office, 'middle').status, answered(office)]).toEqual(['accepted', []]);
  });

  test('nobody is when the other joined in a shard of its own; it is refused above with their number', () => {
    const office = linked('top', 'middle');
    const late = { duty: 'rollup', period: period('once'), late: ['xa'] };
    office.ask(directive('middle'), 'ConveneRound', late, { at: AT, by: SYSTEM });
    expect(() => submit(office, 'middle')).toThrow(
      'TakeChildReport: {"code":"link.several-reporters","params":{"duty":"rollup","unit":"cat",' +
        '"below":"middle~rollup~once~0~bcd","reporters":2}}',
    );
    expect(answered(office)).toEqual([]);
  });
});

test('of two duties that a duty is consolidated from, the report of one alone does not answer it', () => {
  const office = offices(['top', 'middle', 'low'], 'unlinked');
  link(office, 'top', 'middle');
  link(office, 'top', 'low');
  expect(() => submit(office, 'low')).toThrow('link.several-sources');
  expect(obligation(office, 'top').submissions).toEqual([]);
});

test('nobody else there is answered by it', () => {
  const office = linked('top', 'middle');
  submit(office, 'middle');
  const { obligations } = office.state<RoundState>(round('top'));
  expect(Object.values(obligations).map(({ unit, status }) => `${unit} ${status}`)).toEqual([
    'cat accepted',
    'bcd open',
    'xa open',
  ]);
});

test('a link taken back feeds no more rounds', () => {
  const office = linked('top', 'middle');
  const data = { duty: 'rollup', from: below('middle'), reason: 'nhầm' };
  office.ask(directive('top'), 'UnlinkDuty', data, { at: AT, by: CLERK });
  expect(office.state<DirectiveState>(directive('middle')).feeds).toEqual({ rollup: [] });
  expect(office.state<DirectiveState>(directive('top')).links).toEqual([]);
});

describe('one hop is down for a period', () => {
  const BACK = '2014-08-24T02:00:00.000Z';
  const isMiddle = (stream: string) => stream.startsWith(directive('middle'));

  test('nothing is lost or doubled: it answers when it is back, as of when it was answered below', () => {
    const office = linked('top', 'middle', 'low');
    office.down = isMiddle;
    submit(office, 'low');
    expect(obligation(office, 'low').status).toBe('accepted');
    expect([obligation(office, 'middle').status, obligation(office, 'top').status]).toEqual([
      'open',
      'open',
    ]);
    office.recovers(BACK);
    const healthy = linked('top', 'middle', 'low');
    submit(healthy, 'low');
    for (const id of ['top', 'middle', 'low']) {
      expect(obligation(office, id)).toEqual(obligation(healthy, id));
      expect(obligation(office, id).submissions).toMatchObject([{ effectiveAt: AT }]);
    }
  });

  test('a link made meanwhile, and a report accepted before it, arrive as well', () => {
    const office = offices(['top', 'middle'], 'unlinked');
    submit(office, 'middle');
    office.down = isMiddle;
    link(office, 'top', 'middle');
    expect(obligation(office, 'top').status).toBe('open');
    office.recovers(BACK);
    expect(obligation(office, 'top').submissions).toMatchObject([
      { fedBy: 'middle~rollup~once~0~bcd' },
    ]);
  });
});

describe('a link decided while the rounds are open', () => {
  test('feeds the open round by what is accepted from then on', () => {
    const office = offices(['top', 'middle'], 'unlinked');
    link(office, 'top', 'middle');
    submit(office, 'middle');
    expect(obligation(office, 'top')).toMatchObject({
      status: 'accepted',
      submissions: [{ channel: 'rollUp', fedBy: 'middle~rollup~once~0~bcd' }],
    });
  });

  test('feeds it by what was accepted before, also up through the next link', () => {
    const office = offices(['top', 'middle', 'low'], 'unlinked');
    submit(office, 'low');
    expect(obligation(office, 'middle').status).toBe('open');
    link(office, 'top', 'middle');
    link(office, 'middle', 'low');
    expect(obligation(office, 'middle')).toMatchObject({
      submissions: [
        { fedBy: 'low~rollup~once~0~xa', report: { data: { values: { registered: 40 } } } },
      ],
    });
    expect(obligation(office, 'top')).toMatchObject({
      submissions: [{ fedBy: 'middle~rollup~once~0~bcd' }],
    });
  });

  test('says which rounds it was told to, and told again changes nothing', () => {
    const office = offices(['top', 'middle'], 'unlinked');
    submit(office, 'middle');
    link(office, 'top', 'middle');
    const noted = office.streams
      .get(directive('middle'))!
      .flatMap(({ decision }) =>
        decision.ok ? decision.events.filter(({ type }) => type === 'FeedsNoted') : [],
      );
    expect(noted).toMatchObject([
      { data: { shards: [{ duty: 'rollup', period: 'once', shard: 0 }] } },
    ]);
    const before = office.state<RoundState>(round('middle'));
    const target = { ...below('top'), unit: 'cat' };
    office.ask(round('middle'), 'NoteRoundFeeds', { target, feeds: true }, { at: AT, by: SYSTEM });
    expect(office.state<RoundState>(round('middle'))).toEqual(before);
    expect(obligation(office, 'top').submissions).toHaveLength(1);
  });

  test('taken back feeds the open round no more, and what was handed in stays', () => {
    const office = offices(['top', 'middle'], 'unlinked');
    link(office, 'top', 'middle');
    const data = { duty: 'rollup', from: below('middle'), reason: 'nhầm' };
    office.ask(directive('top'), 'UnlinkDuty', data, { at: AT, by: CLERK });
    submit(office, 'middle');
    expect(obligation(office, 'top')).toMatchObject({ status: 'open', submissions: [] });
    expect(office.state<RoundState>(round('middle')).heading).not.toHaveProperty('feeds');
  });

  test('leaves alone what was answered before it', () => {
    const office = offices(['top', 'middle'], 'unlinked');
    submit(office, 'top');
    submit(office, 'middle');
    link(office, 'top', 'middle');
    const { status, submissions } = obligation(office, 'top');
    expect([status, submissions.map(({ by }) => by)]).toEqual(['accepted', ['cat']]);
    const asked = office.streams
      .get(round('top'))!
      .filter(({ command }) => command.type === 'FeedReport');
    expect(asked.map(({ decision }) => decision)).toEqual([{ ok: true, events: [] }]);
  });

  test('reaches a closed round below when it reports on a period that is open above', () => {
    const scene = issued([REPORT]);
    const half = (id: string, from: string, to: string) => ({ ...period(id), from, to });
    const closed = (planned: ReturnType<typeof half>) => ({
      ...{ duty: 'report', period: planned.id, planned, completed: true },
      shards: [{ shard: 0, units: ['cat'], superiors: [], closed: true }],
    });
    scene.state = {
      ...scene.state,
      rounds: {
        'report~2013-H2': closed(half('2013-H2', '2013-06-15', '2013-12-14')),
        'report~2014-H1': closed(half('2014-H1', '2013-12-15', '2014-06-14')),
        'report~2014-H2': closed(half('2014-H2', '2014-06-15', '2014-12-14')),
      },
    };
    const open = [half('2014', '2013-12-15', '2014-12-14')];
    const data = { duty: 'report', target: { ...below('top'), unit: 'cat' }, feeds: true, open };
    expect(eventsOf(scene.ask('NoteFeeds', data, { by: SYSTEM }))).toMatchObject([
      { data: { shards: [{ period: '2014-H2', shard: 0 }] } },
    ]);
  });

  test('is noted by the system alone', () => {
    const office = offices(['top'], 'unlinked');
    const data = { target: { ...below('x'), unit: 'cat' }, feeds: true };
    expect(() => office.ask(round('top'), 'NoteRoundFeeds', data, { at: AT, by: CLERK })).toThrow(
      'actor.not-entitled',
    );
  });
});

test('a form changed while drafts exist: the open round keeps its version, and a draft of it is still taken', () => {
  const office = offices(['top', 'middle'], 'linked', { middle: ['bcd', 'cat'] });
  const { version, ...definition } = form();
  const fields = definition.fields.map((field) =>
    field.code === 'registered' ? { ...field, label: { vi: 'mới', en: 'new' } } : field,
  );
  const changed = { duty: 'rollup', form: { ...definition, fields } };
  office.ask(directive('middle'), 'SetForm', changed, { at: AT, by: CLERK });
  expect(office.state<DirectiveState>(directive('middle')).forms.rollup!.version).toBe(2);
  expect(office.state<RoundState>(round('middle')).heading!.form!.version).toBe(version);
  // Filled in by the draft of version 1, before anybody knew of the other.
  submit(office, 'middle');
  expect(obligation(office, 'middle').status).toBe('accepted');
  const filled = { form: 2, sections: { results: 'x' }, values: { registered: 1 } };
  const report = { number: null, date: null, signer: null, summary: '', nil: false, files: [] };
  const data = { unit: 'cat', report: { ...report, contentSha256: null, data: filled } };
  const by: Actor = { id: 'p', role: 'focal', unit: 'cat' };
  expect(() => office.ask(round('middle'), 'SubmitReport', data, { at: AT, by })).toThrow(
    'form.other-version',
  );
});

describe('a report of which no open round above takes the period', () => {
  const child = {
    symbol: '1/CT',
    obligation: 'low~rollup~2013~0~xa',
    submission: 1,
    by: 'xa',
    report: { nil: true },
  };
  const of = (id: string, from: string | null, to: string | null) => ({ ...period(id), from, to });
  const taken = (below: ReturnType<typeof of>, above: ReturnType<typeof of>) => {
    const scene = issued([REPORT]);
    scene.state = {
      ...scene.state,
      rounds: {
        'report~x': {
          duty: 'report',
          period: above.id,
          planned: above,
          shards: [{ shard: 0, units: ['cat'], superiors: [], closed: false }],
          completed: false,
        },
      },
    };
    const data = { duty: 'report', unit: 'cat', period: below, child } as never;
    return codeOf(scene.ask('TakeChildReport', data, { by: SYSTEM, plan: { reporters: 1 } }));
  };

  test('is refused above, on record, and stays where it is', () => {
    const year = of('2014', '2013-12-15', '2014-12-14');
    expect(taken(of('2013', '2012-12-15', '2013-12-14'), year)).toBe('link.no-round');
    expect(taken(of('once', null, null), year)).toBe('link.no-round');
  });

  test('a year takes the half in which it ends', () => {
    const year = of('2014', '2013-12-15', '2014-12-14');
    expect(taken(of('2014-H1', '2013-12-15', '2014-06-14'), year)).toBe('link.no-round');
    expect(taken(of('2014-H2', '2014-06-15', '2014-12-14'), year)).toBe('accepted');
    expect(taken(of('2014', null, null), of('2014', null, null))).toBe('accepted');
  });
});

describe('a link', () => {
  const link = (
    changes: object = {},
    plan: object = { warning: null },
    scene = issued([REPORT, ROLL_UP]),
  ) =>
    scene.ask(
      'LinkDuty',
      {
        duty: 'rollup',
        unit: null,
        from: stated({ directive: 'd-07', duty: 'report' }),
        reason: 'văn bản nêu',
        ...changes,
      },
      { plan },
    );

  test('within a directive names no unit, and says so', () => {
    expect(codeOf(link({ unit: 'v28' }))).toBe('link.unit-within');
  });

  test('made for another unit is refused with the one it is made for', () => {
    const scene = issued([REPORT, ROLL_UP]);
    const from = stated(below('d-x'));
    eventsOf(link({ from, unit: 'cat' }, undefined, scene));
    expect(codeOf(link({ from, unit: 'cat' }, undefined, scene))).toBe('link.already');
    expect(link({ from, unit: 'bcd' }, undefined, scene)).toMatchObject({
      rejection: {
        code: 'link.other-unit',
        params: { duty: 'rollup', below: 'd-x~rollup', linked: 'cat', unit: 'bcd' },
      },
    });
  });

  test('says its warning', () => {
    const warning = { period: '2014', below: '2014-12-26T10:00:00.000Z', above: AT };
    expect(eventsOf(link({}, { warning }))).toMatchObject([
      { type: 'DutyLinked', data: { unit: null, warning } },
    ]);
  });

  test.each([
    ['twice', 'link.already'],
    ['backwards', 'link.cycle'],
  ] as const)('is refused %s', (how, code) => {
    const scene = issued([REPORT, ROLL_UP]);
    eventsOf(link({}, undefined, scene));
    const back = { duty: 'report', from: stated({ directive: 'd-07', duty: 'rollup' }) };
    expect(codeOf(link(how === 'twice' ? {} : back, undefined, scene))).toBe(code);
  });

  test.each([
    ['to another directive without the unit', { from: stated(below('d-x')) }, 'link.unit-missing'],
    ['without grounds', { from: { grade: 'notStated' } }, 'value.invalid'],
    ['without a reason', { reason: ' ' }, 'reason.missing'],
    [
      'to a duty that is not there',
      { from: stated({ directive: 'd-07', duty: 'x' }) },
      'duty.unknown',
    ],
  ])('is refused %s', (_how, changes, code) => {
    expect(codeOf(link(changes))).toBe(code);
  });

  test('that is not there is not taken back, and a feed noted twice is noted once', () => {
    const scene = issued([REPORT]);
    const from = below('d-x');
    expect(codeOf(scene.ask('UnlinkDuty', { duty: 'report', from, reason: 'x' }))).toBe(
      'link.none',
    );
    const note = { duty: 'report', target: { ...below('top'), unit: 'cat' }, feeds: true };
    expect(eventsOf(scene.ask('NoteFeeds', note, { by: SYSTEM }))).toHaveLength(1);
    expect(eventsOf(scene.ask('NoteFeeds', note, { by: SYSTEM }))).toEqual([]);
  });
});
