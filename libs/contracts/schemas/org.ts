/** Units, policies and calendar days as they are handed in: everything dated and sourced. */
import { z } from 'zod';
import { classification, recognitionNorm } from './recognition';
import { SHORTLIST_CRITERIA } from '../../domain';
import {
  bothLanguages,
  hour,
  line,
  localDate,
  orNull,
  personalEmail,
  policyId,
  prose,
  shortId,
} from './text';

export const contact = z.strictObject({
  role: z.enum(['focal', 'head']),
  position: bothLanguages,
  email: personalEmail,
  language: z.enum(['vi', 'en']).default('vi'),
});

export const newUnit = z.strictObject({
  id: shortId,
  name: bothLanguages,
  aliases: z.array(line(200)).max(50).default([]),
  parent: orNull(shortId),
  kind: shortId,
  roleClasses: z.array(shortId).max(50).default([]),
  from: localDate,
  source: line(500),
  contacts: z.array(contact).max(20).default([]),
});

/** The units that end, each with whoever is formed or grows by it. */
const unitChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    units: z.array(shortId).min(1).max(500),
    into: shortId,
  }),
  z.strictObject({
    kind: z.literal('split'),
    unit: shortId,
    into: z.array(shortId).min(2).max(300),
  }),
  z.strictObject({
    kind: z.literal('dissolve'),
    unit: shortId,
    successors: z.array(shortId).max(300).default([]),
  }),
]);

/** Day and source of new units are those of the set. */
const founded = newUnit.omit({ from: true, source: true });

export const changeSet = z.strictObject({
  id: shortId,
  title: line(),
  on: localDate,
  source: line(500),
  register: z.array(founded).max(500).default([]),
  changes: z.array(unitChange).min(1).max(500),
  heirs: z
    .array(z.strictObject({ unit: shortId, heir: shortId, reason: prose(2_000) }))
    .max(500)
    .default([]),
});

const offset = z.union([
  z.strictObject({ workingDays: z.int().min(-1_000).max(1_000) }),
  z.strictObject({ calendarDays: z.int().min(-4_000).max(4_000) }),
  z.strictObject({ hours: z.int().min(-10_000).max(10_000) }),
]);

const rung = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[A-Za-z0-9+-]+$/, { error: 'id.malformed' }),
  kind: z.enum(['reminder', 'letter', 'escalation', 'explanation']),
  audience: z.enum(['focal', 'head', 'superior', 'issuer']),
  offset,
});

const days = z.int().min(1).max(1_000);

const commendationForm = z.strictObject({
  code: shortId,
  list: z.enum(['form', 'title']),
  name: bothLanguages,
  kinds: z.array(line(80)).max(30),
  units: z.array(shortId).max(30),
  subjects: z.array(z.enum(['individual', 'collective', 'household'])).min(1),
  source: line(500),
  certainty: z.enum(['sure', 'unverified']),
});

const policyValue = z.discriminatedUnion('kind', [
  recognitionNorm,
  classification,
  z.strictObject({ kind: z.literal('ladder'), hour, rungs: z.array(rung).min(1).max(30) }),
  z.strictObject({ kind: z.literal('dueHour'), hour }),
  z.strictObject({ kind: z.literal('rolling'), roll: z.enum(['forward', 'keep', 'back']) }),
  z.strictObject({ kind: z.literal('bound'), before: z.enum(['strict', 'inclusive']) }),
  z.strictObject({ kind: z.literal('closing'), system: z.literal('closing15') }),
  z.strictObject({
    kind: z.literal('opening'),
    calendarDaysBeforeDue: z.int().min(0).max(4_000),
    hour,
  }),
  z.strictObject({
    kind: z.literal('archive'),
    years: z.int().min(1).max(30),
    from: z.enum(['workEnd', 'yearEnd']),
    remindCalendarDaysBefore: z.int().min(0).max(300),
    hour,
  }),
  z.strictObject({
    kind: z.literal('commendationForms'),
    forms: z.array(commendationForm).min(1).max(60),
  }),
  z.strictObject({
    kind: z.literal('commendationSteps'),
    ladder: policyId,
    workingDays: z.strictObject({
      dossier: days,
      appraisal: days,
      decision: days,
      decisionWithOpinions: days,
      conferral: days,
      announcement: days,
    }),
    documents: z.array(shortId).max(20),
  }),
  z.strictObject({
    kind: z.literal('shortlist'),
    weights: z
      .array(
        z.strictObject({
          criterion: z.enum(SHORTLIST_CRITERIA),
          points: z.int().min(-1_000).max(1_000),
        }),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('thematicDossier'),
    calendarDays: days,
    late: z.enum(['refuse', 'warn']),
  }),
  z.strictObject({ kind: z.literal('recognitionBar'), obliged: z.array(line(80)).max(30) }),
  z.strictObject({
    kind: z.literal('thresholds'),
    bands: z
      .array(z.strictObject({ below: z.number().min(0), code: shortId, text: bothLanguages }))
      .min(1)
      .max(20),
  }),
]);

export const newPolicy = z.strictObject({
  id: policyId,
  from: localDate,
  to: orNull(localDate),
  scope: z.strictObject({
    issuer: orNull(shortId),
    documentTypes: orNull(z.array(line(60)).min(1).max(30)),
  }),
  source: line(500),
  text: z.strictObject({ vi: prose(1_000), en: prose(1_000) }),
  value: policyValue,
});

export const calendarDay = z.strictObject({
  date: localDate,
  kind: z.enum(['holiday', 'dayOff', 'workingDay']),
  name: bothLanguages,
  source: line(500),
  certainty: z.enum(['sure', 'unsure']),
});
