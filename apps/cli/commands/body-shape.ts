/** What the body of a command looks like, made from its schema: names, kinds of value, and which may be left out. */
import type { JsonSchema } from '../../../libs/contracts';
import { widthOf } from '../width';

type Say = (vi: string, en: string) => string;

const WIDTH = 96;
const INDENT = '  ';

/** Kinds of text by the beginning of their pattern, as an example or in a word. */
const TEXTS: readonly (readonly [pattern: string, vi: string, en: string])[] = [
  ['^[A-Za-z0-9](?:', 'mã', 'id'],
  ['^[0-9a-f]{64}$', '64 chữ số hex', '64 hex digits'],
  ['^\\d{4}-(?:0[1-9]|1[0-2])$', '2018-12', '2018-12'],
  [
    '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T',
    '2018-12-18T10:00:00.000Z',
    '2018-12-18T10:00:00.000Z',
  ],
  ['^(?:0[1-9]|1[0-2])-', '12-18', '12-18'],
  ['^(?:[01]\\d|2[0-3]):', '17:00', '17:00'],
  ['^\\d{4}(?:-\\d\\d)?$', '2018, 2018-12', '2018, 2018-12'],
];

type Schema = JsonSchema & {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
};

/** Lines of the shape; `name?` may be left out, `|` parts the ways there are. */
export function bodyShape(schema: JsonSchema, say: Say): readonly string[] {
  return lines(schema, say);
}

function lines(schema: Schema, say: Say): readonly string[] {
  const ways = waysOf(schema, say);
  if (ways.length === 1) return ways[0]!;
  const flat = ways.every((way) => way.length === 1) ? ways.map(([one]) => one!).join(' | ') : null;
  if (flat !== null && widthOf(flat) <= WIDTH / 2) return [flat];
  return ways.flatMap((way) => way.map((line, at) => `${at === 0 ? '| ' : INDENT}${line}`));
}

function waysOf(schema: Schema, say: Say): readonly (readonly string[])[] {
  const options = schema.oneOf ?? schema.anyOf;
  const ways = options?.map((option) => lines(option, say)) ?? [one(schema, say)];
  return schema.nullable === true && !isNothing(schema) ? [...ways, ['null']] : ways;
}

/** Null alone: a place that is kept for the sake of the other ways. */
const isNothing = (schema: Schema): boolean => schema.enum?.every((it) => it === null) ?? false;

function one(schema: Schema, say: Say): readonly string[] {
  const { type, properties, items } = schema;
  if (schema.enum !== undefined) return choices(schema.enum);
  if (type === 'array') return listOf(items ?? {}, say);
  if (type === 'object') return properties ? objectOf(schema, say) : ['{ … }'];
  return [scalar(schema, say)];
}

function choices(values: readonly unknown[]): readonly string[] {
  const said = values.map((value) => JSON.stringify(value));
  const rows = [said[0]!];
  for (const value of said.slice(1)) {
    const longer = `${rows.at(-1)!} | ${value}`;
    if (widthOf(longer) <= WIDTH / 2) rows[rows.length - 1] = longer;
    else rows.push(`| ${value}`);
  }
  return rows;
}

function listOf(items: Schema, say: Say): readonly string[] {
  const inner = lines(items, say);
  return inner.length === 1 ? [`[${inner[0]!}, …]`] : ['[', ...inner.map(deeper), ', … ]'];
}

function objectOf({ properties = {}, required = [] }: Schema, say: Say): readonly string[] {
  const members = Object.entries(properties).map(([name, of]) => {
    const [first, ...rest] = lines(of, say);
    const key = `${name}${required.includes(name) ? '' : '?'}:`;
    return first!.startsWith('| ')
      ? [key, deeper(first!), ...rest.map(deeper)]
      : [`${key} ${first!}`, ...rest];
  });
  const flat = `{ ${members.map((member) => member[0]).join(', ')} }`;
  const fits = members.every((member) => member.length === 1) && widthOf(flat) <= WIDTH * 0.7;
  return fits ? [flat] : ['{', ...members.flat().map(deeper), '}'];
}

const deeper = (line: string): string => `${INDENT}${line}`;

function scalar({ type, format, pattern = '', ...bounds }: Schema, say: Say): string {
  switch (type) {
    case 'string':
      return format === 'date' ? '2018-12-18' : textOf(pattern, bounds.maxLength, say);
    case 'integer':
      return say('số nguyên', 'integer') + boundsOf(bounds);
    case 'number':
      return say('số', 'number') + boundsOf(bounds);
    case 'boolean':
      return 'true | false';
    default:
      return say('giá trị bất kỳ', 'any value');
  }
}

function textOf(pattern: string, maxLength: number | undefined, say: Say): string {
  const known = TEXTS.find(([beginning]) => pattern.startsWith(beginning));
  if (known !== undefined) return say(known[1], known[2]);
  return say('văn bản', 'text') + (maxLength === undefined ? '' : ` ≤ ${maxLength}`);
}

function boundsOf({ minimum, maximum }: Pick<Schema, 'minimum' | 'maximum'>): string {
  const shown = (bound: number | undefined) =>
    bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? '' : String(bound);
  const [least, most] = [shown(minimum), shown(maximum)];
  return least + most === '' ? '' : ` ${least}…${most}`;
}
