/** A directive's draft as it is handed in: what the text says, what it does not, and where. */
import { z } from 'zod';
import { graded } from './grade';
import {
  bothLanguages,
  contentHash,
  line,
  localDate,
  orNull,
  prose,
  shortId,
  symbol,
} from './text';

export const signer = z.strictObject({
  position: line(),
  capacity: z.enum(['head', 'TM', 'KT', 'TL', 'TUQ']),
});

export const urgency = z.enum(['normal', 'khan', 'thuongKhan', 'hoaToc']);

export const source = z.strictObject({
  id: shortId,
  kind: z.enum(['fullText', 'pressNotice', 'scan', 'reviewReport']),
  title: line(500),
  sha256: orNull(contentHash),
  complete: z.boolean(),
});

const task = z.strictObject({
  key: line(40),
  text: prose(8_000),
  lead: graded(line()),
  coordinators: graded(z.array(line()).max(50)),
  verbs: z.array(line(100)).max(20),
});

const addressee = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('class'),
    roleClass: shortId,
    name: bothLanguages,
    unexpanded: line(500).optional(),
  }),
  z.strictObject({ kind: z.literal('unit'), unit: shortId }),
]);

const recipient = z.strictObject({
  line: line(500),
  purpose: z.enum(['execute', 'direct', 'report', 'inform', 'file']),
  roleClasses: z.array(shortId).max(50).default([]),
});

const parent = z.strictObject({
  relation: z.enum(['implements', 'cites', 'supersedes']),
  symbol,
  issuer: line(),
  date: graded(localDate),
  basis: z.enum(['stated', 'inferred']),
  quote: orNull(prose(2_000)),
  citations: z
    .array(z.strictObject({ place: line(), quote: prose(2_000) }))
    .max(50)
    .optional(),
});

/** The issuer is a unit; a directive that nobody carries out has no addressee and is the domain's to refuse. */
export const draft = z.strictObject({
  issuer: shortId,
  documentType: z.literal('directive'),
  grammar: z.enum(['state', 'party']),
  symbol: graded(symbol),
  date: graded(localDate),
  abstract: graded(prose(1_000)),
  signer: graded(signer),
  urgency: graded(urgency),
  secrecy: z.enum(['none', 'mat', 'toiMat', 'tuyetMat']),
  sources: z.array(source).max(50),
  tasks: z.array(task).max(200),
  addressees: z.array(addressee).max(500),
  recipients: graded(z.array(recipient).max(200)),
  monitoringBody: graded(shortId),
  parents: z.array(parent).max(100),
  unnamedParents: z
    .array(graded(prose(1_000)))
    .max(50)
    .optional(),
  dissemination: graded(prose(1_000)).optional(),
  criteriaToConsider: z
    .array(graded(prose(1_000)))
    .max(20)
    .optional(),
});
