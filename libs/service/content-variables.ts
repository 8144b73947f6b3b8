/** The variables of the content store: what it takes, where its bytes lie, and the object store they may lie in. */
import { z } from 'zod';
import { CONTENT_LIMITS } from './content-limits';
import { variable } from './variable';

const MOST_CONTENT_BYTES = 100 * 1024 * 1024;
const contentBytes = `must be a whole number of bytes, 1024 to ${MOST_CONTENT_BYTES}`;
const mediaType = /^[\w.+-]{1,127}\/[\w.+-]{1,127}$/;

/** Scheme, host and port, nothing else. */
function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

export const contentVariables = {
  contentMaxBytes: variable({
    name: 'DONDOC_CONTENT_MAX_BYTES',
    schema: z.coerce
      .number(contentBytes)
      .int(contentBytes)
      .min(1024, contentBytes)
      .max(MOST_CONTENT_BYTES, contentBytes)
      .default(CONTENT_LIMITS.maxBytes),
    about: 'Most bytes of one file in the content store.',
    example: String(CONTENT_LIMITS.maxBytes),
  }),
  contentTypes: variable({
    name: 'DONDOC_CONTENT_TYPES',
    schema: z
      .string()
      .default(CONTENT_LIMITS.mediaTypes.join(','))
      .transform((text) => text.split(',').map((it) => it.trim().toLowerCase()))
      .refine(
        (list) => list.every((it) => mediaType.test(it)),
        'must be media types, separated by commas: application/pdf,text/plain…',
      ),
    about: 'The media types that the content store takes, separated by commas.',
    example: CONTENT_LIMITS.mediaTypes.join(','),
  }),
  contentPlace: variable({
    name: 'DONDOC_CONTENT',
    schema: z.enum(['postgres', 's3'], 'must be postgres or s3').default('postgres'),
    about: 'Where the bytes of new contents lie: in PostgreSQL, or in a bucket over S3.',
    example: 'postgres',
  }),
  s3Endpoint: variable({
    name: 'DONDOC_S3_ENDPOINT',
    schema: z
      .string()
      .refine(isOrigin, 'must be http:// or https:// with host and port, and nothing behind')
      .optional(),
    about:
      'The S3 server. While it is set, contents that lie there are found whatever DONDOC_CONTENT says.',
    example: 'http://127.0.0.1:9000',
  }),
  s3Bucket: variable({
    name: 'DONDOC_S3_BUCKET',
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
      .optional(),
    about: 'The bucket; it is not made by Dondoc.',
    example: 'dondoc',
  }),
  s3Region: variable({
    name: 'DONDOC_S3_REGION',
    schema: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens')
      .default('us-east-1'),
    about: 'The region of the bucket, as the server names it.',
    example: 'us-east-1',
  }),
  s3KeyId: variable({
    name: 'DONDOC_S3_KEY_ID',
    schema: z.string().min(1, 'must not be empty').optional(),
    about: 'The id of the access key: it needs s3:GetObject, s3:PutObject and s3:ListBucket.',
    example: 'dondoc',
  }),
  s3Secret: variable({
    name: 'DONDOC_S3_SECRET',
    schema: z.string().min(8, 'must have 8 characters or more').optional(),
    about: 'The secret of the access key.',
    example: 'change-me',
  }),
  s3SecretFile: variable({
    name: 'DONDOC_S3_SECRET_FILE',
    schema: z.string().min(1, 'must be a file').optional(),
    about: 'A file that holds the secret, in place of DONDOC_S3_SECRET.',
  }),
  s3PathStyle: variable({
    name: 'DONDOC_S3_PATH_STYLE',
    schema: z
      .enum(['true', 'false'], 'must be true or false')
      .default('true')
      .transform((it) => it === 'true'),
    about: 'true: the bucket stands in the path; false: before the name of the host.',
    example: 'true',
  }),
  s3Prefix: variable({
    name: 'DONDOC_S3_PREFIX',
    schema: z
      .string()
      .regex(/^([A-Za-z0-9._-]+\/)*$/, 'must be folders, each with a slash behind: dondoc/')
      .default(''),
    about: 'Stands before the name of every object, so that a bucket may be shared.',
    example: 'dondoc/',
  }),
} as const;
