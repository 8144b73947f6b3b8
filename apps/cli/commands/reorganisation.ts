/** `dondoc reorganisation list | show | preview`: change sets of units, how far each has come, and what one would move. */
import {
  faultsOf,
  messageOf,
  PREVIEW_PAIRS,
  publicCommand,
  REORGANISATION_STATUS,
} from '../../../libs/contracts';
import { successionsOf, type ChangeSet, type Text } from '../../../libs/domain';
import type {
  PreviewRow,
  ReorganisationDetail,
  ReorganisationRow,
  WithoutHeirRow,
} from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import type { Context } from '../context';
import type { Screen } from '../screen';
import { readJson } from './directive';

export async function listReorganisations({ client, screen }: Context): Promise<void> {
  const rows = await client.all<ReorganisationRow>('/v1/reorganisations');
  screen.result(rows, () => {
    screen.title('Các đợt sắp xếp đơn vị', 'Reorganisations of units');
    screen.table(
      [
        ['Đợt sắp xếp', 'Reorganisation'],
        ['Từ ngày', 'From'],
        ['Tình trạng', 'Status'],
        screen.number(['Kết thúc', 'Ending']),
        screen.number(['Lập mới', 'New']),
        screen.number(['Đã chuyển', 'Moved']),
        screen.number(['Phần xong', 'Parts done']),
      ],
      rows.map((row) => [
        `${row.title}\n  ${row.reorganisation}`,
        screen.day(row.on),
        statusText(screen, row),
        row.ending,
        row.founded,
        row.moved,
        `${row.done}/${row.of}`,
      ]),
    );
  });
}

export async function showReorganisation({ client, screen }: Context, id: string): Promise<void> {
  const set = await client.get<ReorganisationDetail>(
    `/v1/reorganisations/${encodeURIComponent(id)}`,
  );
  screen.result(set, () => {
    screen.title(set.title, set.reorganisation);
    screen.item(['Từ ngày', 'From'], screen.day(set.on));
    screen.item(['Nguồn', 'Source'], set.source);
    screen.item(['Tình trạng', 'Status'], statusText(screen, set));
    screen.item(['Ghi nhận lúc', 'Decided'], screen.time(set.decidedAt));
    screen.item(['Xong lúc', 'Done'], screen.time(set.endedAt));
    screen.item(['Phần đã trả lời', 'Parts answered'], `${set.done}/${set.of}`);
    if (set.undoneReason !== null) screen.item(['Lý do hủy', 'Undone because'], set.undoneReason);
    for (const { unit, heir, reason } of set.decided) {
      const named = nameIn(screen, set, unit, heir);
      screen.item(['Quyết định sau', 'Decided later'], `${named}: ${reason}`);
    }
    screen.heading('Đã chuyển', 'Moved');
    screen.table(
      [
        ['Từ', 'From'],
        ['Cho', 'To'],
        ['Chiều', 'Direction'],
        screen.number(['Nghĩa vụ', 'Obligations']),
      ],
      set.moves.map((it) => [
        screen.text(it.fromName, it.from),
        screen.text(it.toName, it.to),
        it.back ? screen.say('trả lại', 'handed back') : screen.say('chuyển giao', 'handed over'),
        it.count,
      ]),
    );
    screen.heading('Chưa có đơn vị kế thừa', 'Without an heir');
    withoutHeir(screen, set.blocked);
  });
}

function withoutHeir(screen: Screen, rows: readonly WithoutHeirRow[]): void {
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Nghĩa vụ', 'Obligation'],
      ['Hạn', 'Due'],
    ],
    rows.map((it) => [
      `${screen.text(it.unitName, it.unit)}\n  ${it.unit}`,
      `${it.symbol ?? ''} ${screen.text(it.title)}\n  ${it.obligation}`,
      screen.time(it.dueAt),
    ]),
  );
  if (rows.length === 0) return;
  screen.prose(
    screen.say(
      'Các nghĩa vụ này ở lại với đơn vị cũ cho đến khi có người quyết định: dondoc ask DecideHeir.',
      'These stay with the ended unit until somebody decides: dondoc ask DecideHeir.',
    ),
  );
}

export async function previewReorganisation(
  { client, screen }: Context,
  file: string,
): Promise<void> {
  const set = changeSetOf(file);
  const pairs = successionsOf(set).map(({ from, to }) => `${from}:${to ?? ''}`);
  const path = '/v1/reorganisations/preview';
  const { refusal } = await client.look<PreviewRefusal>(path, set);
  const rows: PreviewRow[] = [];
  for (let at = 0; at < pairs.length; at += PREVIEW_PAIRS) {
    const moves = pairs.slice(at, at + PREVIEW_PAIRS).join(',');
    rows.push(...(await client.all<PreviewRow>(path, { moves })));
  }
  const moving = rows.filter(({ to }) => to !== null);
  const staying = rows.filter(({ to }) => to === null);
  screen.result({ reorganisation: set.id, refusal, moving, withoutHeir: staying }, () => {
    screen.title(`Xem trước: ${set.title}`, `Preview: ${set.id}`);
    screen.prose(
      screen.say(
        `${pairs.length} đơn vị kết thúc từ ${screen.day(set.on)}. Chưa có gì thay đổi.`,
        `${pairs.length} units end from ${screen.day(set.on)} on. Nothing has changed yet.`,
      ),
    );
    if (refusal !== null) refused(screen, refusal);
    screen.heading(`Sẽ chuyển: ${moving.length}`, 'Would move');
    previewTable(screen, moving);
    screen.heading(`Chưa có đơn vị kế thừa: ${staying.length}`, 'No heir named');
    previewTable(screen, staying);
  });
}

type PreviewRefusal = {
  readonly refusal: { readonly code: string; readonly title: Text; readonly next: Text } | null;
};

function refused(screen: Screen, { code, title, next }: NonNullable<PreviewRefusal['refusal']>) {
  screen.heading('Sẽ bị từ chối', 'Would be refused');
  screen.prose(`${screen.text(title)}. ${screen.text(next)} [${code}]`);
}

function previewTable(screen: Screen, rows: readonly PreviewRow[]): void {
  screen.table(
    [
      ['Nghĩa vụ', 'Obligation'],
      ['Từ', 'From'],
      ['Cho', 'To'],
      ['Hạn', 'Due'],
    ],
    rows.map((it) => [
      `${it.symbol ?? ''} ${screen.text(it.title)}\n  ${it.obligation}`,
      screen.text(it.fromName, it.from),
      it.to === null ? '–' : screen.text(it.toName, it.to),
      screen.time(it.dueAt),
    ]),
  );
}

function statusText(screen: Screen, row: ReorganisationRow): string {
  const said = REORGANISATION_STATUS[row.status][screen.lang];
  if (row.withoutHeir.length === 0) return said;
  return `${said} (${row.withoutHeir.join(', ')})`;
}

/** Checked as the door would check it. */
function changeSetOf(file: string): ChangeSet {
  const parsed = publicCommand('ReorganiseUnits')!.body.safeParse(readJson(file));
  if (parsed.success) return parsed.data as ChangeSet;
  const faults = faultsOf(parsed.error.issues).map(
    ({ place, code, params }) => `${place}: ${messageOf(code, params).title.vi}`,
  );
  throw cliError(EXIT.usage, `${file}\n  ${faults.join('\n  ')}`);
}

/** `UBND huyện A → UBND xã B`, by what the set has moved between them; by their ids when it has moved nothing. */
function nameIn(
  screen: Screen,
  { moves }: ReorganisationDetail,
  unit: string,
  heir: string,
): string {
  const moved = moves.find(({ from, to }) => from === unit && to === heir);
  return `${screen.text(moved?.fromName, unit)} → ${screen.text(moved?.toName, heir)}`;
}
