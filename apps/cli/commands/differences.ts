/** `dondoc diff`: what became different between two points in time, field by field, with the entries that made it so. */
import type { Text } from '../../../libs/domain';
import type { Difference, DifferenceKind, Differences } from '../../../libs/readmodel';
import type { Context } from '../context';
import type { Screen } from '../screen';
import { named, type ScopeOptions } from './as-of';
import { valueText } from './value-text';

const KIND: Record<DifferenceKind, Text> = {
  counts: { vi: 'Số nghĩa vụ', en: 'Number of obligations' },
  directive: { vi: 'Chỉ thị', en: 'Directive' },
  duty: { vi: 'Nghĩa vụ', en: 'Duty' },
  plannedRound: { vi: 'Đợt sắp mở', en: 'Round to open' },
  round: { vi: 'Đợt', en: 'Round' },
  rung: { vi: 'Mức nhắc', en: 'Rung' },
  obligation: { vi: 'Đơn vị', en: 'Unit' },
  report: { vi: 'Báo cáo đã gửi lần cuối', en: 'Report as last handed in' },
  review: { vi: 'Sơ kết, tổng kết', en: 'Review' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  judgement: { vi: 'Đánh giá nhiệm vụ', en: 'Judgement of a task' },
};

/** @param what DIRECTIVE WHEN1 WHEN2; with --all, --round or --unit WHEN1 WHEN2 alone */
export async function diff(
  { client, screen }: Context,
  what: readonly string[],
  { round, unit, issuer, ...more }: ScopeOptions,
): Promise<void> {
  const [directive, when] = named(what, { round, unit, ...more }, 2);
  const [from, to] = when;
  const query = { directive: directive ?? undefined, round, unit, issuer, from, to };
  const answer = await client.get<Differences>('/v1/diff', query);
  screen.result(answer, () => {
    const of = directive ?? round ?? unit ?? screen.say('mọi chỉ thị', 'all directives');
    screen.title(`Khác nhau giữa hai thời điểm: ${of}`, `Differences: ${of}`);
    for (const [words, place] of [
      [['Trước', 'Before'], answer.from],
      [['Sau', 'After'], answer.to],
    ] as const) {
      screen.line(
        screen.say(
          `${words[0]}: ${screen.time(place.instant)} (UTC+7), đến dòng ${place.seq}, ghi lúc ${screen.time(place.recordedAt)}`,
          `${words[1]}: ${screen.time(place.instant)} (UTC+7), up to entry ${place.seq}, recorded at ${screen.time(place.recordedAt)}`,
        ),
      );
    }
    sections(screen, answer.differences);
    screen.line();
    screen.prose(
      screen.say(
        'Số sau dấu ← là số dòng trong sổ đã làm nên thay đổi: dondoc entry SỐ.',
        'Numbers after ← are the entries that made the difference: dondoc entry NUMBER.',
      ),
    );
  });
}

function sections(screen: Screen, all: readonly Difference[]): void {
  if (all.length === 0) screen.line(screen.say('\nKhông có gì khác.', '\nNothing is different.'));
  for (const kind of Object.keys(KIND) as DifferenceKind[]) {
    const own = all.filter((it) => it.kind === kind);
    if (own.length === 0) continue;
    screen.heading(KIND[kind].vi, KIND[kind].en);
    for (const group of grouped(own)) thing(screen, group);
  }
}

/** A thing with its fields; things of one round whose fields say the same stand together. */
type Group = {
  readonly names: Text[];
  readonly entries: Set<number>;
  readonly fields: Difference[];
};

function grouped(all: readonly Difference[]): Group[] {
  const things = new Map<string, Difference[]>();
  for (const it of all) things.set(it.id, [...(things.get(it.id) ?? []), it]);
  const groups = new Map<string, Group>();
  for (const fields of things.values()) {
    const [first] = fields;
    const alike = JSON.stringify([
      first!.round ?? first!.id,
      fields.map(({ field, before, after }) => [field, before, after]),
    ]);
    const group = groups.get(alike) ?? { names: [], entries: new Set(), fields };
    group.names.push(first!.name);
    for (const it of fields) for (const entry of it.entries) group.entries.add(entry);
    groups.set(alike, group);
  }
  return [...groups.values()];
}

/** As many things that changed alike are named. */
const NAMED = 3;

function thing(screen: Screen, { names, entries, fields }: Group): void {
  const shown = names.slice(0, NAMED).map((it) => screen.text(it));
  const others = names.length - shown.length;
  const more = others > 0 ? screen.say(` và ${others} nữa`, ` and ${others} more`) : '';
  const { kind, round } = fields[0]!;
  const where = (kind === 'obligation' || kind === 'report') && round !== null ? ` (${round})` : '';
  screen.prose(`${shown.join('; ')}${more}${where}`, '  ', '  ');
  for (const it of fields) {
    const made = names.length > 1 ? [...entries].sort((a, b) => a - b) : it.entries;
    screen.prose(`${change(screen, it)}${madeBy(screen, it, made)}`, '    ', '  ');
  }
}

/** Of a thing that came or went as a whole; the entry has the rest. */
const TOLD = ['status', 'due_at', 'opens_at', 'period_id', 'at', 'judgement', 'number', 'summary'];

function change(screen: Screen, it: Difference): string {
  const label = screen.text(it.label);
  if (it.field !== '') {
    const [before, after] = [valueText(screen, it, it.before), valueText(screen, it, it.after)];
    return `${label}: ${before} → ${after}`;
  }
  const fields = Object.entries((it.after ?? it.before) as { [field: string]: unknown });
  const told = fields
    .filter(([field, value]) => TOLD.includes(field) && value !== null)
    .map(([field, value]) => valueText(screen, { ...it, field }, value));
  return told.length === 0 ? label : `${label}: ${told.join(', ')}`;
}

function madeBy(screen: Screen, it: Difference, entries: readonly number[]): string {
  if (entries.length === 0) return screen.say(' (do thời gian trôi qua)', ' (by time alone)');
  const shown = entries.slice(0, 8);
  const others = Math.max(it.entryCount, entries.length) - shown.length;
  const more = others > 0 ? screen.say(` và ${others} dòng nữa`, ` and ${others} more`) : '';
  return ` ← ${shown.join(', ')}${more}`;
}
