/**
 * How words, dates and ids come in: NFC, trimmed, free of control and bidirectional-override characters, of bounded
 * length. What leaves these schemas is safe to compare, to print and to write into canonical JSON.
 */
import { z } from 'zod';

/** Lone surrogates cannot be written as UTF-8; bidirectional overrides make a line read as another. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
const MANY_LINES = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|[\n\t])*$/u;

function words(pattern: RegExp, max: number, min = 1) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .min(min)
    .max(max)
    .regex(pattern, { error: 'text.control-character' });
}

/** A name or a title: one line. */
export const line = (max = 300) => words(ONE_LINE, max);

/** A reason, a summary, a quote: paragraphs are kept, every line break is `\n`. */
export const prose = (max = 4_000) => paragraphs(words(MANY_LINES, max));

/** Paragraphs that may be left out. */
export const proseOrNone = (max = 4_000) => paragraphs(words(MANY_LINES, max, 0)).default('');

function paragraphs(text: ReturnType<typeof words>) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value),
    text,
  );
}

/** Names and titles shown to people: Vietnamese is authoritative, English beside it. */
export const bothLanguages = z.strictObject({ vi: line(), en: line() });

/** A short id that is part of streams and public ids: `cat-thanh-hoa`, `report`, `2018-H1`; a class, `cong-an-tinh`. */
export const shortId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/, { error: 'id.malformed' });

/** A policy's id may have parts: `ladder/default`. */
export const policyId = z
  .string()
  .max(120)
  .regex(/^[a-zA-Z0-9-]+(?:[./][a-zA-Z0-9-]+)*$/, { error: 'id.malformed' });

/** `07/CT-BCA-V28` as it is printed; how it is normalised for matching is the domain's. */
export const symbol = line(60);

/** A local calendar date that exists: `2018-12-18`. */
export const localDate = z.iso.date({ error: 'date.malformed' });

/** UTC with milliseconds, `2018-12-18T10:00:00.000Z`: the one form whose order is the order of time. */
export const instant = z
  .string()
  .regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
    {
      error: 'instant.malformed',
    },
  );

/** A local time of day: `17:00`. */
export const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'hour.malformed' });

/** The SHA-256 of something in the content store: its existence is checked at the door. */
export const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'hash.malformed' })
  .meta({ content: true });

/** Personal: the way in keeps the address apart and passes a token on. */
export const personalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/u, {
    error: 'email.malformed',
  })
  .meta({ personal: true });

/** Personal: a person's or a household's name. */
export const personalName = words(ONE_LINE, 200).meta({ personal: true });

/** What stands for a personal value wherever it is recorded; that it was ever kept is checked at the door. */
export const personalToken = z
  .string()
  .regex(/^pii:[0-9a-f]{64}$/, { error: 'token.malformed' })
  .meta({ token: true });

/** Absent or null is "none", and none is written as null. */
export const orNull = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);
