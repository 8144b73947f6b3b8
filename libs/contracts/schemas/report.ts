/** A report as it is handed in: number, date, signer, summary, and its content and files by hash. */
import { z } from 'zod';
import { reportData } from './form';
import { contentHash, instant, line, localDate, orNull, proseOrNone, shortId } from './text';

/** Size in bytes and media type are held against the content store at the door. */
export const file = z
  .strictObject({
    name: line(200),
    mediaType: z
      .string()
      .max(120)
      .regex(/^[\w.+-]+\/[\w.+-]+$/, { error: 'media-type.malformed' }),
    size: z.int().min(0),
    sha256: contentHash,
  })
  .meta({ file: true });

/** The signer is a position, never a name. `nil`: "báo cáo không phát sinh", said by the unit. */
export const report = z.strictObject({
  number: orNull(line(60)),
  date: orNull(localDate),
  signer: orNull(line(200)),
  /** May be blank when the report says that there is nothing, or is in its content or files. */
  summary: proseOrNone(8_000),
  nil: z.boolean().default(false),
  data: reportData.optional(),
  consolidates: z
    .strictObject({
      draftSha256: contentHash,
      parts: z.int().min(0).max(100_000),
      missing: z.int().min(0).max(100_000),
      asOf: instant.optional(),
      cut: z
        .array(
          z.strictObject({
            part: z.enum(['values', 'sections']),
            code: shortId.max(40),
            kept: z.int().min(0).max(1_000_000),
            total: z.int().min(1).max(1_000_000),
          }),
        )
        .max(120)
        .optional(),
    })
    .optional(),
  contentSha256: orNull(contentHash),
  files: z.array(file).max(50).default([]),
});
