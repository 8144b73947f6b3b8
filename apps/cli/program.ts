/** The command line `dondoc`: what may be typed, and which command runs. Descriptions come from the commands' table. */
import { Command, Option } from 'commander';
import { COMMANDS, RATES_BY, type CommandType } from '../../libs/contracts';
import { apiAddress } from './address';
import { AS_OF, AS_OF_HELP, BOOK, collect, ISSUER, ISSUER_HELP, localDate } from './arguments';
import { createClient } from './client';
import { advance } from './commands/drill';
import { ask, commandHelp } from './commands/ask';
import { assumptions } from './commands/assumptions';
import { calendar, DEFAULT_CALENDAR } from './commands/calendar';
import {
  issueDirective,
  listDirectives,
  registerDirective,
  showDirective,
} from './commands/directive';
import { rates } from './commands/rates';
import { reorganisations } from './reorganisation-commands';
import { listRecognition } from './commands/recognition';
import { showRecognition } from './commands/recognition-year';
import { report } from './commands/report';
import { listRounds, missingOf, showRound } from './commands/round';
import { status } from './commands/status';
import { upcoming } from './commands/upcoming';
import { submit } from './commands/submit';
import { auditing } from './audit-program';
import { commendations } from './commendation-program';
import type { Context } from './context';
import { evidence } from './evidence-program';
import { figures } from './figures-program';
import { noteLaterCommand } from './later-program';
import { operating } from './operator-program';
import { past } from './past-program';
import { reviews } from './review-program';
import { Screen, type Lang } from './screen';
import { servedForReading } from './served';
import { whys } from './why-program';
import { witnesses } from './witness-program';

export type Terminal = {
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

type Globals = { json?: boolean; lang: Lang; api?: string; as?: string; key?: string };

const describe = (type: CommandType): string =>
  `${COMMANDS[type].summary.vi} · ${COMMANDS[type].summary.en}`;

export function createProgram(terminal: Terminal): Command {
  const program = new Command('dondoc')
    .description('Đôn đốc thực hiện chỉ thị · Drives the implementation of directives')
    .option('--json', 'trả lời bằng JSON · answer as JSON')
    .addOption(
      new Option('--lang <lang>', 'ngôn ngữ · language').choices(['vi', 'en']).default('vi'),
    )
    .option('--api <url>', 'địa chỉ API · address of the API')
    .option('--as <actor>', 'người thực hiện id;role;unit (chạy mô phỏng) · who acts, in a drill')
    .option('--key <key>', 'Idempotency-Key')
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
    .configureHelp({ minWidthToWrap: 30 })
    .exitOverride();

  const context = (): Context => {
    const { json = false, lang, api, as, key } = program.opts<Globals>();
    const width = Math.max(60, Math.min(terminal.columns, 160));
    const screen = new Screen({ lang, json, width, out: terminal.out, err: terminal.err });
    const ofDrill = () => screen.markDrill();
    const otherwise = api === undefined ? servedForReading : undefined;
    const client = createClient({ url: apiAddress(api), lang, ofDrill, otherwise, as });
    return { client, screen, actor: as, key };
  };

  program
    .command('status')
    .description('tình hình chung · where everything stands')
    .action(() => status(context()));
  directives(program, context);
  reviews(program, context);
  figures(program, context);
  rounds(program, context);
  reorganisations(program, context);
  recognition(program, context);
  commendations(program, context);
  past(program, context);
  whys(program, context);
  pages(program, context);
  evidence(program, context);
  auditing(program, context);
  acts(program, context);
  witnesses(program, context);
  operating(program);
  return program;
}

type Make = () => Context;

function directives(program: Command, context: Make): void {
  const group = program.command('directive').description('chỉ thị · directives');
  group
    .command('list')
    .description('danh sách · the list')
    .action(() => listDirectives(context()));
  group
    .command('show')
    .description('một chỉ thị và các nghĩa vụ · one directive with its duties')
    .argument('<directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => showDirective(context(), name, options));
  group
    .command('register')
    .description(describe('RegisterDirective'))
    .argument('<file>', 'JSON {draft, duties}, - = stdin')
    .action((file: string) => registerDirective(context(), file));
  group
    .command('issue')
    .description(describe('IssueDirective'))
    .argument('<directive>', BOOK.directive)
    .requiredOption('--date <date>', 'ngày ban hành · date of issue', localDate)
    .option('--symbol <symbol>', 'ký hiệu; bỏ trống thì cấp số tiếp theo · absent: the next number')
    .option('--signer <position>', 'chức vụ người ký · position of the signer')
    .addOption(
      new Option('--capacity <capacity>', 'tư cách ký · capacity')
        .choices(['head', 'TM', 'KT', 'TL', 'TUQ'])
        .default('head'),
    )
    .option('--place <place>', 'vị trí trong văn bản · place in the text')
    .addOption(
      new Option(
        '--urgency <urgency>',
        'mức độ khẩn; bỏ trống thì như văn bản · absent: as the text has it',
      ).choices(['normal', 'khan', 'thuongKhan', 'hoaToc']),
    )
    .option(ISSUER, ISSUER_HELP)
    .action(async (name: string, options) => {
      await issueDirective(context(), name, options);
    });
  noteLaterCommand(group, context);
}

function rounds(program: Command, context: Make): void {
  const group = program.command('round').description('đợt · rounds');
  group
    .command('list')
    .description('danh sách · the list')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .action((options) => listRounds(context(), options));
  group
    .command('show')
    .description('một đợt, các đơn vị và các mức nhắc · one round, its units and its ladder')
    .argument('<round>', BOOK.round)
    .action((round: string) => showRound(context(), round));
  group
    .command('missing')
    .description('ai chưa gửi · who has not submitted')
    .argument('<round>', BOOK.round)
    .action((round: string) => missingOf(context(), round));
}

function recognition(program: Command, context: Make): void {
  const group = program
    .command('recognition')
    .description('công nhận “An toàn về an ninh, trật tự” · recognition');
  group
    .command('list')
    .description('tỷ lệ từng năm của từng cơ quan · rates by body and year')
    .option('--year <year>', 'năm · year')
    .option('--authority <unit>', 'cơ quan công nhận · the body that decides')
    .option('--unit <unit>', 'năm có đơn vị này đăng ký · years in which it is a subject')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .action((options) => listRecognition(context(), options));
  group
    .command('show')
    .description('một năm của một cơ quan · one year of one body')
    .argument('<authority>', BOOK.unit)
    .argument('<year>')
    .action((authority: string, year: string) => showRecognition(context(), authority, year));
}

function pages(program: Command, context: Make): void {
  program
    .command('calendar')
    .description('lịch làm việc của một năm · the working calendar of a year')
    .argument('<year>')
    .option('--calendar <id>', 'mã lịch · id of the calendar', DEFAULT_CALENDAR)
    .action((year: string, options) => calendar(context(), year, options));
  program
    .command('assumptions')
    .description('các giả định đang dùng · the assumptions in use')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .action((options) => assumptions(context(), options));
  program
    .command('upcoming')
    .description('việc sắp tới, và vì sao vào ngày đó · what is to come, and why on that day')
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .option('--top <count>', 'bao nhiêu dòng · how many lines', '20')
    .action((options) => upcoming(context(), options));
  program
    .command('rates')
    .description('tỷ lệ gửi, đúng hạn, quá hạn · rates: handed in, on time, late')
    .addOption(new Option('--by <what>', 'tính theo · by what').choices(RATES_BY).default('all'))
    .option('--directive <directive>', BOOK.directive)
    .option(ISSUER, ISSUER_HELP)
    .option('--duty <duty>', 'nghĩa vụ · duty')
    .option('--period <period>', 'kỳ · period')
    .option('--unit <unit>', BOOK.unit)
    .option('--kind <kind>', 'loại đơn vị · kind of unit')
    .option('--superior <unit>', 'cấp trên · superior')
    .option(AS_OF, AS_OF_HELP)
    .action((options) => rates(context(), options));
  program
    .command('report')
    .description('một trang in được về một chỉ thị · one printable page about a directive')
    .argument('<directive>', BOOK.directive)
    .option(AS_OF, AS_OF_HELP)
    .option(ISSUER, ISSUER_HELP)
    .action((name: string, options) => report(context(), name, options));
}

function acts(program: Command, context: Make): void {
  program
    .command('submit')
    .description(describe('SubmitReport'))
    .argument('<round>', BOOK.round)
    .argument('<unit>', BOOK.unit)
    .option('--summary <text>', 'tóm tắt · summary')
    .option(
      '--data <file>',
      'biểu mẫu đã điền, JSON · the form filled in: {form, sections, values}',
    )
    .option('--draft <file>', 'dự thảo tổng hợp đã sửa · an edited draft of rollup draft')
    .option('--nil', 'không phát sinh · nothing to report')
    .option('--number <number>', 'số văn bản · number')
    .option('--date <date>', 'ngày văn bản · date', localDate)
    .option('--signer <position>', 'chức vụ người ký · position of the signer')
    .option('--file <path>', 'tệp kèm theo, dùng nhiều lần · a file, repeatable', collect, [])
    .option('--after-closing', 'gửi sau khi đợt đã đóng · the round is closed already')
    .option('--correct <reason>', 'đính chính báo cáo đã chấp nhận · corrects an accepted report')
    .action((round: string, unit: string, options) => submit(context(), [round, unit], options));
  program
    .command('ask')
    .description('lệnh bất kỳ trong bảng lệnh · any command of the table')
    .argument('<command>')
    .argument('[parameters...]', 'directiveId=… obligationId=…')
    .option('--data <file>', 'JSON, - = stdin')
    .option('--shape', 'cho xem nội dung cần có · show what the body looks like')
    .addHelpText('after', commandHelp())
    .action((type: string, parameters: string[], options) =>
      ask(context(), [type, parameters], options),
    );
  program
    .command('drill')
    .description('đồng hồ của bản chạy mô phỏng · the clock of a drill')
    .command('advance')
    .description('chuyển đồng hồ tới · move the clock to')
    .argument('<to>', '2021-01-01, 2021-01-01T08:00 (UTC+7) hoặc · or …Z')
    .action((to: string) => advance(context(), to));
}
