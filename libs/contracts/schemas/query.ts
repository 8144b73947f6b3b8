/** What a reader may ask of the lists: filters and paging, each checked like a body. */
import { z } from 'zod';
import { ACCESS_KINDS, SUBJECT_STATUSES } from '../../domain';
import { asOfOf } from '../as-of';
import { instant, line, localDate, shortId } from './text';

const limit = z.coerce.number<string>().int().min(1).max(500).optional();
const cursor = z.string().min(1).max(1_000).optional();
const paging = { cursor, limit };

/** Of the directive that a filter names: a symbol that several issuers used needs it. */
const issuer = line().optional();
const named = { directive: line(120).optional(), issuer };

const roundId = z
  .string()
  .max(220)
  .regex(/^[A-Za-z0-9-]+~[A-Za-z0-9-]+~[A-Za-z0-9-]+$/, { error: 'round.id-malformed' });

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** By what rates are told: one row for each, or one row for all. */
export const RATES_BY = ['all', 'directive', 'duty', 'period', 'unit', 'kind', 'superior'] as const;
export type RatesBy = (typeof RATES_BY)[number];

/** At most so many pairs fit an address. */
export const PREVIEW_PAIRS = 60;
const moves = z
  .string()
  .max(10_000)
  .transform((text) => text.split(',').map((pair) => pair.split(':')))
  .pipe(
    z
      .array(z.tuple([shortId, z.union([shortId, z.literal('')])]))
      .min(1)
      .max(PREVIEW_PAIRS),
  )
  .transform((pairs) => pairs.map(([from, to]) => ({ from, to: to === '' ? null : to })));
const founding = z
  .string()
  .max(10_000)
  .transform((text) => text.split(','))
  .pipe(z.array(shortId).max(PREVIEW_PAIRS * 2));
const sequence = z.coerce.number<string>().int().min(1).max(Number.MAX_SAFE_INTEGER);
const year = z.coerce.number<string>().int().min(1900).max(2200);

/** When it was known: an instant, a local time or day, `@8123`. */
const known = z
  .string()
  .max(40)
  .refine((text) => asOfOf(text) !== null, { error: 'as-of.malformed' });
/** A signed note is a few lines: so many of so many characters fit an address. */
export const LONGEST_NOTE = 1_500;
const note = z.string().max(LONGEST_NOTE);
/** Checkpoints that one bundle continues, at most: an address has no room for more. */
export const MOST_HELD = 8;
const many = { error: 'evidence.checkpoints-too-many' };
const notes = z
  .union([note, z.array(note).max(MOST_HELD, many)])
  .transform((given) => [given].flat());
const past = { asOf: known.optional() };

const listed = {
  directive: line(120),
  issuer,
  from: localDate.optional(),
  to: localDate.optional(),
};

export const QUERIES = {
  none: z.strictObject({}),
  past: z.strictObject(past),
  /** What became different between two points in time: of one directive, round or unit, or of everything. */
  diff: z.strictObject({
    from: known,
    to: known,
    ...named,
    round: roundId.optional(),
    unit: line(200).optional(),
  }),
  /** A directive by id or symbol: a symbol that several issuers used needs the issuer. */
  issuer: z.strictObject({ issuer }),
  directive: z.strictObject({ issuer, ...past }),
  directives: z.strictObject({
    ...paging,
    ...past,
    status: line(40).optional(),
    issuer,
    symbol: line(60).optional(),
  }),
  /** By what, and whose: all of it together when nothing is named. */
  rates: z.strictObject({
    by: z.enum(RATES_BY).default('all'),
    ...past,
    ...named,
    duty: shortId.optional(),
    period: line(40).optional(),
    unit: line(200).optional(),
    kind: line(80).optional(),
    superior: line(200).optional(),
  }),
  criticisms: z.strictObject({
    directive: line(120),
    issuer,
    from: z.iso.date({ error: 'date.malformed' }),
    to: z.iso.date({ error: 'date.malformed' }),
  }),
  indicators: z.strictObject({
    directive: line(120),
    issuer,
    indicator: shortId.optional(),
    period: line(40).optional(),
    ...past,
  }),
  rounds: z.strictObject({
    ...paging,
    ...past,
    ...named,
    duty: shortId.optional(),
    status: line(40).optional(),
  }),
  obligations: z.strictObject({
    ...paging,
    ...past,
    round: roundId.optional(),
    ...named,
    /** Who owes it now. */
    unit: line(200).optional(),
    /** The name it was opened under. */
    openedFor: line(200).optional(),
    /** Whether it waits for an heir. */
    blocked: flag.optional(),
    status: line(40).optional(),
    standing: line(40).optional(),
    /** Only who has not submitted. */
    missing: flag.optional(),
  }),
  why: z.strictObject({ ...past, round: roundId, unit: line(200) }),
  timeline: z.strictObject({
    ...paging,
    ...past,
    ...named,
    round: roundId.optional(),
    unit: line(200).optional(),
  }),
  documents: z.strictObject({
    ...paging,
    direction: z.enum(['outgoing', 'incoming']).optional(),
    ...named,
  }),
  assumptions: z.strictObject({ ...paging, ...named }),
  histories: z.strictObject({ day: localDate.optional(), cursor: sequence.optional(), limit }),
  access: z.strictObject({
    ...paging,
    ...named,
    what: z.enum(ACCESS_KINDS).optional(),
    /** By the id of the person. */
    reader: line(200).optional(),
    subject: line(200).optional(),
  }),
  units: z.strictObject({
    ...paging,
    ...past,
    name: line(200).optional(),
    roleClass: shortId.optional(),
    on: z.iso.date({ error: 'date.malformed' }).optional(),
  }),
  deliveries: z.strictObject({
    ...paging,
    round: roundId.optional(),
    commendation: shortId.optional(),
    /** By id: about it as a whole, or any of its rounds. */
    directive: shortId.optional(),
    /** About recognition: whose, and of which year. */
    authority: shortId.optional(),
    year: year.optional(),
    unit: shortId.optional(),
  }),
  commendations: z.strictObject({
    ...paging,
    ...named,
    status: line(40).optional(),
    unit: line(200).optional(),
    awardingBody: line(200).optional(),
  }),
  bars: z.strictObject({ ...paging, unit: line(200).optional() }),
  shortlist: z.strictObject({ ...listed, ...past }),
  /** What is taken is of now. */
  takenShortlist: z.strictObject(listed),
  policies: z.strictObject({ ...paging, kind: line(40).optional() }),
  upcoming: z.strictObject({ ...paging, ...named }),
  reorganisations: z.strictObject({ ...paging }),
  /** `nga-son:xa-a,sam-son:` – who would end, and who takes over; nothing after the colon: nobody is named. */
  preview: z.strictObject({
    ...paging,
    moves,
    /** From which day; today without it. */
    on: localDate.optional(),
    /** `xa-a,xa-b` – who would be registered by the same set. */
    founding: founding.optional(),
  }),
  recognition: z.strictObject({
    ...paging,
    ...named,
    year: year.optional(),
    /** By id or by any name. */
    authority: line(200).optional(),
    unit: line(200).optional(),
  }),
  recognitionSubjects: z.strictObject({
    ...paging,
    status: z.enum(SUBJECT_STATUSES).optional(),
    /** Those without a decision, whatever they wait for. */
    undecided: flag.optional(),
  }),
  recognitionLists: z.strictObject(paging),
  /** Exactly one of a directive, everything, and a range of sequences. */
  evidence: z
    .strictObject({
      ...named,
      all: z.literal('true').optional(),
      from: sequence.optional(),
      to: sequence.optional(),
      at: sequence.optional(),
      checkpoint: notes.optional(),
    })
    .refine(
      ({ directive, all, from, to }) =>
        (from === undefined) === (to === undefined) &&
        [directive, all, from].filter((it) => it !== undefined).length === 1,
      { error: 'evidence.scope-unclear' },
    )
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      error: 'evidence.range-reversed',
    }),
} as const;

export const PATHS = {
  none: z.strictObject({}),
  directive: z.strictObject({ directive: line(120) }),
  review: z.strictObject({
    directive: line(120),
    review: z.coerce.number<string>().int().min(1).max(999_999),
  }),
  round: z.strictObject({ round: roundId }),
  obligation: z.strictObject({ obligation: z.string().min(1).max(300) }),
  commendation: z.strictObject({ commendation: shortId }),
  /** By its number, `8123`, or by its id, `directive/d-07@3`. */
  entry: z.strictObject({ entry: z.string().min(1).max(400) }),
  command: z.strictObject({ command: z.string().min(1).max(200) }),
  unit: z.strictObject({ unit: line(200) }),
  reorganisation: z.strictObject({ reorganisation: shortId }),
  content: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'hash.malformed' }),
  }),
  /** What stands behind `/tile/`. */
  tile: z.strictObject({ '*': line(80) }),
  calendarYear: z.strictObject({
    calendar: shortId,
    year,
  }),
  recognitionYear: z.strictObject({ authority: line(200), year }),
} as const;

export const advanceSchema = z.strictObject({ to: instant });
