/** `dondoc directive list | show | register | issue`. */
import { readFileSync } from 'node:fs';
import { DIRECTIVE_STATUS, type Receipt } from '../../../libs/contracts';
import type { Addressee } from '../../../libs/domain';
import type { DirectiveDetail, DirectiveRow } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import { unitName, type Names } from './unit-name';
import { actorFor, directiveOf, type Context } from '../context';
import type { Screen } from '../screen';
import { facts } from './directive-facts';
import { duties } from './directive-duties';
import { occurrences } from './occurrences';
import { laterInstruments } from './later-instruments';
import { archive, end, JUDGED, judgementText, waiting } from './judged';
import { keeping } from './keeping';
import { printReceipt } from './receipt';
import { silences } from './silences';

export async function listDirectives({ client, screen }: Context): Promise<void> {
  const rows = await client.all<DirectiveRow>('/v1/directives');
  screen.result(rows, () => {
    screen.title('Các chỉ thị', 'Directives');
    screen.table(
      [
        ['Ký hiệu', 'Symbol'],
        ['Cơ quan ban hành', 'Issuer'],
        ['Ngày', 'Date'],
        ['Tình trạng', 'Status'],
        ['Trích yếu', 'Subject'],
        ['Mã', 'Id'],
      ],
      rows.map((it) => [
        it.symbol ?? '–',
        screen.text(it.issuerName, it.issuer),
        screen.time(it.issuedOn),
        DIRECTIVE_STATUS[it.status][screen.lang],
        screen.graded(it.abstract),
        it.directive,
      ]),
    );
  });
}

export type Named = { readonly issuer?: string };

export async function showDirective(context: Context, name: string, named: Named): Promise<void> {
  const { screen } = context;
  const directive = await directiveOf(context, name, named.issuer);
  screen.result(directive, () => {
    const issuer = screen.text(directive.issuerName, directive.issuer);
    screen.title(`Chỉ thị ${directive.symbol ?? directive.directive}`, issuer);
    facts(screen, directive);
    addressees(screen, directive);
    heirs(screen, directive);
    tasks(screen, directive);
    end(screen, directive);
    waiting(screen, directive);
    archive(screen, directive);
    keeping(screen, directive);
    laterInstruments(screen, directive);
    duties(screen, directive);
    occurrences(screen, directive.occurrences);
    silences(screen, directive);
  });
}

function addressees(screen: Screen, it: DirectiveDetail): void {
  screen.heading('Đối tượng thực hiện', 'Addressees');
  for (const addressee of it.draft.addressees)
    screen.prose(`• ${addresseeText(screen, it.names, addressee)}`, '', '  ');
  for (const { name } of it.lateClasses) {
    const added = screen.say('bổ sung sau khi ban hành', 'added after the issue');
    screen.prose(`• ${screen.text(name)} (${added})`, '', '  ');
  }
  for (const { kind, roleClass } of it.differences) {
    screen.prose(
      kind === 'inClauseOnly'
        ? screen.say(
            `! ${roleClass}: có trong lời văn, không có ở Nơi nhận`,
            `! ${roleClass}: in the clause, not among the recipients`,
          )
        : screen.say(
            `! ${roleClass}: có ở Nơi nhận, không có trong lời văn`,
            `! ${roleClass}: among the recipients, not in the clause`,
          ),
    );
  }
}

/** Who acts for units that the text names and that have ended since. */
function heirs(screen: Screen, { heirs: all }: DirectiveDetail): void {
  if (all.length === 0) return;
  screen.heading('Kế thừa sau sắp xếp đơn vị', 'Acting since a reorganisation');
  screen.table(
    [
      ['Văn bản nêu', 'The text names'],
      ['Nay là', 'Acting now'],
      ['Từ ngày', 'From'],
      ['Theo', 'By'],
    ],
    all.map((it) => [
      screen.text(it.fromName, it.from),
      screen.text(it.toName, it.to),
      screen.day(it.on),
      it.title,
    ]),
  );
}

function addresseeText(screen: Screen, names: Names, addressee: Addressee): string {
  if (addressee.kind === 'unit') return unitName(screen, names, addressee.unit);
  const unexpanded = addressee.unexpanded
    ? screen.say(
        ` (danh sách đơn vị: ${addressee.unexpanded})`,
        ` (list of units: ${addressee.unexpanded})`,
      )
    : '';
  return screen.text(addressee.name) + unexpanded;
}

function tasks(screen: Screen, it: DirectiveDetail): void {
  screen.heading('Nhiệm vụ', 'Tasks');
  screen.table(
    [
      ['Số', 'No.'],
      ['Nội dung', 'Text'],
      ['Chủ trì', 'Lead'],
      ...(it.judgements.length > 0 ? [JUDGED] : []),
    ],
    it.draft.tasks.map((task) => [
      task.key,
      task.text,
      screen.graded(task.lead, (unit) => unitName(screen, it.names, unit)),
      ...(it.judgements.length > 0 ? [judgementText(screen, it, task.key)] : []),
    ]),
  );
}

export async function registerDirective(context: Context, file: string): Promise<void> {
  const body = readJson(file);
  const issuer = (body as { draft?: { issuer?: unknown } } | null)?.draft?.issuer;
  const actor = actorFor(context, 'clerk', typeof issuer === 'string' ? issuer : '');
  const { client, key } = context;
  printReceipt(context, await client.ask('/v1/directives', { body, actor, key }));
}

/** A JSON file, or standard input for `-`. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw cliError(
      EXIT.usage,
      `${file}: không đọc được · cannot be read (${(cause as Error).message})`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw cliError(EXIT.usage, `${file}: không phải JSON · not JSON`);
  }
}

export type IssueOptions = Named & {
  readonly date: string;
  readonly symbol?: string;
  readonly signer?: string;
  readonly capacity: 'head' | 'TM' | 'KT' | 'TL' | 'TUQ';
  readonly place?: string;
  readonly urgency?: string;
};

export async function issueDirective(
  context: Context,
  name: string,
  options: IssueOptions,
): Promise<Receipt> {
  const { client, key } = context;
  const { directive, draft } = await directiveOf(context, name, options.issuer);
  const { date, symbol, urgency, signer: position, capacity, place } = options;
  const signer = position
    ? { grade: 'stated', value: { position, capacity }, quote: position, place: place ?? 'chữ ký' }
    : draft.signer;
  const receipt = await client.ask(`/v1/directives/${directive}/issue`, {
    body: { symbol: symbol ?? null, date, signer, urgency },
    actor: actorFor(context, 'clerk', draft.issuer),
    key,
  });
  printReceipt(context, receipt);
  return receipt;
}
