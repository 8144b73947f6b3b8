/** What the content store takes when nothing else is configured: how many bytes, and the media types of an office. */
export type ContentLimits = {
  /** Most bytes of one content. */
  readonly maxBytes: number;
  /** In small letters, without parameters. */
  readonly mediaTypes: readonly string[];
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** No archives and no unnamed bytes: nobody can say what is in them. */
export const CONTENT_LIMITS: ContentLimits = {
  maxBytes: 5 * 1024 * 1024,
  mediaTypes: [
    'application/pdf',
    `${OFFICE}.wordprocessingml.document`,
    `${OFFICE}.spreadsheetml.sheet`,
    `${OPEN}.text`,
    `${OPEN}.spreadsheet`,
    'text/plain',
    'text/markdown',
    'text/csv',
    'application/json',
    'image/png',
    'image/jpeg',
  ],
};
