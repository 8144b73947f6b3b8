/** `dondoc asof`: what was known at a point in time, of one directive, a round, a unit, or of everything. */
import { DIRECTIVE_STATUS, STANDING, URGENCY } from '../../../libs/contracts';
import { valueOf } from '../../../libs/domain';
import type {
  AsOfPlace,
  DashboardRow,
  DirectiveDetail,
  ObligationRow,
  RoundDetail,
  RoundRow,
  TimelineRow,
} from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import type { Context } from '../context';
import { BUCKET_HEADS, bucketCells, countLines } from './counts';
import { roundTable } from './round';
import { roundStatus } from './status';
import { unitTable } from './unit-table';

export type ScopeOptions = {
  readonly all?: boolean;
  readonly round?: string;
  readonly unit?: string;
  readonly issuer?: string;
};

type Then<T> = T & { readonly asOf: AsOfPlace };

/** As many of the last entries are shown beneath. */
const LAST = 8;

/** @param what DIRECTIVE WHEN; with --all, --round or --unit WHEN alone */
export async function asOf(
  context: Context,
  what: readonly string[],
  options: ScopeOptions,
): Promise<void> {
  const [directive, when] = named(what, options, 1);
  const [asOf] = when;
  if (options.round !== undefined) return ofRound(context, options.round, asOf!);
  if (options.unit !== undefined) return ofUnit(context, options.unit, asOf!);
  if (directive === null) return ofAll(context, asOf!);
  return ofDirective(context, { directive, issuer: options.issuer }, asOf!);
}

/** A directive is named by the first word, unless an option says of what. */
export function named(
  what: readonly string[],
  { all, round, unit }: ScopeOptions,
  times: number,
): readonly [directive: string | null, when: readonly string[]] {
  const scopes = [all, round, unit].filter((it) => it !== undefined).length;
  const words = times + (scopes === 0 ? 1 : 0);
  if (scopes > 1 || what.length !== words) {
    const when = times === 1 ? 'WHEN' : 'WHEN1 WHEN2';
    throw cliError(
      EXIT.usage,
      `Ghi DIRECTIVE ${when}, hoặc --all | --round R | --unit U ${when}; WHEN: 2019-12-20, 2019-12-20T12:00, @8123`,
    );
  }
  return scopes === 0 ? [what[0]!, what.slice(1)] : [null, what];
}

async function ofDirective(
  { client, screen }: Context,
  named: { readonly directive: string; readonly issuer?: string },
  asOf: string,
): Promise<void> {
  const path = `/v1/directives/${encodeURIComponent(named.directive)}`;
  const it = await client.get<Then<DirectiveDetail>>(path, { issuer: named.issuer, asOf });
  const { directive } = it;
  const at = `@${it.asOf.seq}`;
  const of = { directive, asOf: samePlace(asOf, it.asOf) };
  const rounds = await client.all<RoundRow>('/v1/rounds', of);
  const entries = (await client.all<TimelineRow>('/v1/timeline', { directive, asOf: at })).slice(
    -LAST,
  );
  screen.result({ ...it, rounds, entries }, () => {
    screen.title(`${it.symbol ?? directive} lúc đó`, `${it.symbol ?? directive} as it was known`);
    placeLines(screen, it.asOf);
    screen.line();
    screen.item(['Cơ quan ban hành', 'Issuer'], screen.text(it.issuerName, it.issuer));
    screen.item(['Trích yếu', 'Abstract'], screen.graded(it.abstract));
    screen.item(['Tình trạng', 'Status'], DIRECTIVE_STATUS[it.status][screen.lang]);
    screen.item(['Ngày ban hành', 'Date of issue'], it.issuedOn ? screen.day(it.issuedOn) : '–');
    screen.item(
      ['Người ký', 'Signer'],
      screen.graded(it.signer, ({ position }) => position),
    );
    const urgency = valueOf(it.draft.urgency);
    if (urgency) screen.item(['Độ khẩn', 'Urgency'], URGENCY[urgency][screen.lang]);
    screen.heading('Nghĩa vụ và đợt sắp mở', 'Duties and the rounds to open next');
    screen.table(
      [
        ['Nghĩa vụ', 'Duty'],
        ['Kỳ tới', 'Next period'],
        ['Mở lúc', 'Opens'],
      ],
      it.duties.map(({ duty, next }) => [
        screen.text(duty.title),
        screen.text(next?.period.label),
        screen.time(next?.opensAt),
      ]),
    );
    screen.heading('Các đợt', 'Rounds');
    roundTable({ screen }, rounds);
    lastEntries(screen, entries);
  });
}

async function ofRound({ client, screen }: Context, id: string, asOf: string): Promise<void> {
  const round = await client.get<Then<RoundDetail>>(`/v1/rounds/${encodeURIComponent(id)}`, {
    asOf,
  });
  const at = samePlace(asOf, round.asOf);
  const units = await client.all<ObligationRow>('/v1/obligations', { round: id, asOf: at });
  const timeline = { round: id, asOf: `@${round.asOf.seq}` };
  const entries = (await client.all<TimelineRow>('/v1/timeline', timeline)).slice(-LAST);
  screen.result({ ...round, obligations: units, entries }, () => {
    screen.title(`Đợt ${screen.text(round.title)} lúc đó`, 'The round as it was known');
    placeLines(screen, round.asOf);
    screen.line();
    screen.line(`${round.symbol ?? ''}  ${round.round}  ${roundStatus(screen, round.status)}`);
    screen.item(['Mở', 'Opened'], screen.time(round.openedAt));
    screen.item(['Hạn', 'Due'], screen.time(round.dueAt));
    screen.line();
    countLines(screen, round.counts);
    screen.heading('Các đơn vị', 'Units');
    unitTable(screen, units);
    lastEntries(screen, entries);
  });
}

async function ofUnit({ client, screen }: Context, unit: string, asOf: string): Promise<void> {
  const first = await client.get<Then<object>>('/v1/obligations', { unit, asOf, limit: 1 });
  const at = samePlace(asOf, first.asOf);
  const rows = await client.all<ObligationRow>('/v1/obligations', { unit, asOf: at });
  screen.result({ asOf: first.asOf, obligations: rows }, () => {
    const name = rows[0] ? screen.text(rows[0].ownerName, unit) : unit;
    screen.title(`${name} lúc đó`, `${unit} as it was known`);
    placeLines(screen, first.asOf);
    screen.line();
    screen.table(
      [
        ['Chỉ thị', 'Directive'],
        ['Đợt', 'Round'],
        ['Hạn', 'Due'],
        ['Gửi lúc', 'Submitted'],
        ['Tình trạng', 'Standing'],
      ],
      rows.map((it) => [
        it.symbol ?? it.directive,
        `${screen.text(it.title)}, ${screen.text(it.period.label)}`,
        screen.time(it.dueAt),
        screen.time(it.submittedAt),
        STANDING[it.standing][screen.lang],
      ]),
    );
  });
}

async function ofAll({ client, screen }: Context, asOf: string): Promise<void> {
  const it = await client.get<Then<{ readonly items: readonly DashboardRow[] }>>('/v1/dashboard', {
    asOf,
  });
  screen.result(it, () => {
    screen.title('Các chỉ thị lúc đó', 'All directives as they were known');
    placeLines(screen, it.asOf);
    screen.line();
    screen.table(
      [
        ['Chỉ thị', 'Directive'],
        ['Tình trạng', 'Status'],
        screen.number(['Đợt', 'Rounds']),
        screen.number(['Nghĩa vụ', 'Obligations']),
        ...BUCKET_HEADS.map((head) => screen.number(head)),
      ],
      it.items.map((row) => [
        `${row.symbol ?? row.directive}\n${screen.text(row.issuerName, row.issuer)}`,
        DIRECTIVE_STATUS[row.status][screen.lang],
        row.rounds,
        row.obligations,
        ...bucketCells(row.counts),
      ]),
    );
  });
}

/** For the questions that follow: of an entry's instant may be later entries too, and "now" goes on. */
const samePlace = (asked: string, { instant }: AsOfPlace): string =>
  asked.startsWith('@') ? asked : instant;

/** Where it was read: the entry, when it was recorded, and when what it tells of took place. */
export function placeLines(screen: Context['screen'], { seq, recordedAt, at, instant }: AsOfPlace) {
  screen.line(`${screen.say('Thời điểm', 'As of')}: ${screen.time(instant)} (UTC+7)`);
  screen.prose(
    screen.say(
      `Đọc đến dòng ${seq} của sổ, ghi lúc ${screen.time(recordedAt)}, việc xảy ra lúc ${screen.time(at)}`,
      `Read up to entry ${seq}, recorded at ${screen.time(recordedAt)}, of what took place at ${screen.time(at)}`,
    ),
  );
}

function lastEntries(screen: Context['screen'], entries: readonly TimelineRow[]): void {
  screen.heading('Những dòng sau cùng lúc đó', 'The last entries by then');
  screen.table(
    [
      screen.number(['Dòng', 'Entry']),
      ['Ghi lúc', 'Recorded'],
      ['Xảy ra lúc', 'Took place'],
      ['Việc', 'What'],
    ],
    entries.map((it) => [
      it.seq,
      screen.time(it.recordedAt),
      screen.time(it.at),
      screen.text(it.text),
    ]),
  );
}
