/**
 * `dondoc why ROUND UNIT`: why that unit owes by that time, and what each rung of the ladder came to; each with the number
 * of the entry that says so.
 */
import { explain } from '../../../libs/calendar';
import {
  AUDIENCE,
  OBLIGATION_STATUS,
  RUNG_KIND,
  SKIP_REASON,
  STANDING,
} from '../../../libs/contracts';
import type { RungRow, ScheduleRow, Why } from '../../../libs/readmodel';
import type { Context } from '../context';
import { correctedLines } from './corrected-below';
import { assumptionLines } from './assumptions';
import { restsOnLines } from './rests-on';

export async function why(
  context: Context,
  asked: { readonly round: string; readonly unit: string; readonly asOf?: string | undefined },
): Promise<void> {
  const { client, screen } = context;
  const answer = await client.get<Why>('/v1/why', asked);
  screen.result(answer, () => {
    const { obligation, heading } = answer;
    const name = screen.text(obligation.unitName, obligation.unit);
    screen.title(`Vì sao: ${name}`, `Why: ${obligation.round}`);
    screen.prose(
      `${heading.symbol}: ${screen.text(heading.title)}, ${screen.text(heading.period.label)}`,
    );
    screen.prose(
      `${screen.say('Tình trạng', 'Standing')}: ${STANDING[obligation.standing][screen.lang]} (${OBLIGATION_STATUS[obligation.status][screen.lang]})`,
    );
    transfers(context, answer);
    if (obligation.passedOnAt !== null) {
      screen.prose(
        `${screen.say('Đầu mối đã chuyển lên', 'Passed on by the channel')}: ${screen.time(obligation.passedOnAt)}`,
      );
    }
    if (obligation.notPassedOn !== null) {
      const channel = screen.text(obligation.notPassedOnName, obligation.notPassedOn);
      screen.prose(
        screen.say(
          `Lưu ý: được chấp nhận khi ${channel} chưa chuyển lên.`,
          `Note: accepted without having been passed on by ${channel}.`,
        ),
      );
    }
    for (const [at, schedule] of answer.schedules.entries()) {
      const present = at === answer.schedules.length - 1;
      schedulePart(context, schedule, present);
    }
    submissions(context, answer);
    restsOnLines(screen, obligation.restsOn === null ? [] : [obligation.restsOn]);
    correctedLines(screen, obligation.corrected);
    rungs(context, answer);
    screen.heading('Giả định đang dùng', 'Assumptions it rests on');
    assumptionLines(screen, answer.assumptions);
    lookUp(screen);
  });
}

/** How a number that is named is looked up. */
export function lookUp(screen: Context['screen']): void {
  screen.line();
  screen.line(
    screen.say('Xem một dòng trong sổ: dondoc entry SỐ', 'Look an entry up: dondoc entry NUMBER'),
  );
}

/** Who owes it now, and since when; nothing when it is the unit itself and ever was. */
function transfers({ screen }: Context, { obligation }: Why): void {
  for (const it of obligation.transfers) {
    const [from, to] = [screen.text(it.fromName, it.from), screen.text(it.toName, it.to)];
    const why = it.reason === null ? it.source : `${it.source}; ${it.reason}`;
    screen.prose(
      it.back
        ? screen.say(
            `Trả lại ${to}, từ ${from} (hủy “${it.title}”; ${why})`,
            `Handed back to ${to}, from ${from} (“${it.title}” undone; ${why})`,
          )
        : screen.say(
            `${to} tiếp nhận từ ${from} từ ${screen.day(it.on)}, theo “${it.title}” (${why})`,
            `Taken over by ${to} from ${from} on ${screen.day(it.on)} by “${it.title}” (${why})`,
          ),
    );
  }
  if (obligation.blocked !== null) {
    screen.prose(
      screen.say(
        `Chưa có đơn vị kế thừa: chờ quyết định (${obligation.blocked})`,
        `Without an heir: waits for a decision (${obligation.blocked})`,
      ),
    );
  }
}

function schedulePart({ screen }: Context, schedule: ScheduleRow, present: boolean): void {
  const due = screen.time(schedule.dueAt);
  if (present) screen.heading(`Thời hạn: ${due}`, 'Due time');
  else screen.heading(`Thời hạn trước đây: ${due}`, 'An earlier due time');
  screen.prose(explain(schedule.derivation, screen.lang), '  ');
  screen.line(`  ${screen.say('Dòng trong sổ', 'Entry')}: ${schedule.entry}`);
  screen.prose(
    `${screen.say('Lịch', 'Calendar')}: ${schedule.calendarVersion}. ${screen.say('Quy định', 'Policies')}: ${schedule.policies.join(', ')}.` +
      (schedule.provisional ? screen.say(' Tạm tính.', ' Provisional.') : ''),
    '  ',
  );
}

function submissions({ screen }: Context, { obligation }: Why): void {
  screen.heading('Báo cáo đã nhận', 'Reports received');
  screen.table(
    [
      ['Lần', 'No.'],
      ['Có hiệu lực', 'Effective'],
      ['Nhận', 'Received'],
      ['Đơn vị gửi', 'By'],
      ['Kết quả', 'State'],
      ['Nội dung', 'Summary'],
      screen.number(['Dòng', 'Entry']),
    ],
    obligation.reports.map((it) => [
      it.ordinal,
      screen.time(it.effectiveAt),
      screen.time(it.receivedAt),
      screen.text(it.byName, it.by),
      SUBMISSION_STATE[it.state][screen.lang === 'vi' ? 0 : 1],
      it.report.nil ? screen.say('không phát sinh', 'nothing to report') : it.report.summary,
      it.entry,
    ]),
  );
}

const SUBMISSION_STATE = {
  submitted: ['chờ chấp nhận', 'awaits acceptance'],
  withdrawn: ['đã rút', 'withdrawn'],
  returned: ['bị trả lại', 'returned'],
  accepted: ['đã chấp nhận', 'accepted'],
} as const;

/** Every rung ends in one outcome; what is still to come is said to be. */
function rungs({ screen }: Context, { obligation, schedules }: Why): void {
  const told = new Set(obligation.outcomes.map((it) => `${it.schedule}/${it.rung}`));
  const present = schedules.at(-1);
  const toCome = (present?.rungs ?? []).filter((it) => !told.has(`${it.schedule}/${it.rung}`));
  screen.heading('Các mức nhắc và kết quả', 'Rungs and their outcomes');
  screen.table(
    [
      ['Mức', 'Rung'],
      ['Lúc', 'At'],
      ['Việc', 'What'],
      ['Gửi', 'To'],
      ['Kết quả', 'Outcome'],
      screen.number(['Dòng', 'Entry']),
    ],
    [
      ...obligation.outcomes.map((it) => [
        it.schedule === 's0' ? it.rung : `${it.schedule}/${it.rung}`,
        screen.time(it.at),
        it.kind ? RUNG_KIND[it.kind][screen.lang] : '–',
        it.audience ? AUDIENCE[it.audience][screen.lang] : '–',
        it.outcome === 'issued'
          ? `${screen.say('đã nhắc', 'issued')} ${screen.time(it.issuedAt)}`
          : `${screen.say('bỏ qua', 'skipped')}: ${it.reason ? SKIP_REASON[it.reason][screen.lang] : '–'}`,
        it.entry,
      ]),
      ...toCome.map((it) => rungToCome(screen, it)),
    ],
  );
}

function rungToCome(screen: Context['screen'], it: RungRow): string[] {
  return [
    it.rung,
    screen.time(it.at),
    RUNG_KIND[it.kind][screen.lang],
    AUDIENCE[it.audience][screen.lang],
    screen.say('chưa đến', 'to come'),
    '',
  ];
}
