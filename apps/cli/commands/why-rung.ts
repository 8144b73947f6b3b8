/** `dondoc why rung ROUND UNIT RUNG`: when that rung was to come and why then, and what it came to for that unit. */
import { explain } from '../../../libs/calendar';
import { AUDIENCE, RUNG_KIND, SKIP_REASON } from '../../../libs/contracts';
import type { OutcomeRow, ScheduleRow, Why } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import type { Context } from '../context';
import type { Screen } from '../screen';
import { lookUp } from './why';

type Named = {
  readonly round: string;
  readonly unit: string;
  readonly rung: string;
  readonly asOf?: string | undefined;
};

export async function whyRung(
  { client, screen }: Context,
  { round, unit, rung, asOf }: Named,
): Promise<void> {
  const answer = await client.get<Why>('/v1/why', { round, unit, asOf });
  const { obligation, schedules } = answer;
  const named = (schedule: string, name: string) => name === rung || `${schedule}/${name}` === rung;
  const planned = schedules.filter((it) => it.rungs.some((own) => named(it.schedule, own.rung)));
  const outcomes = obligation.outcomes.filter((it) => named(it.schedule, it.rung));
  if (planned.length === 0) {
    const known = [...new Set(schedules.flatMap(({ rungs }) => rungs.map((it) => it.rung)))];
    throw cliError(
      EXIT.failed,
      `Không có mức ${rung}: có ${known.join(', ')} · there is no rung ${rung}: there are ${known.join(', ')}`,
    );
  }
  screen.result({ schedules: planned, outcomes }, () => {
    screen.title(
      `Vì sao mức ${rung}: ${screen.text(obligation.unitName, unit)}`,
      `Why ${rung}: ${round}`,
    );
    for (const schedule of planned) plan(screen, schedule, rung);
    screen.heading('Kết quả với đơn vị này', 'What it came to for this unit');
    if (outcomes.length === 0) screen.line(screen.say('  Chưa đến.', '  Still to come.'));
    for (const it of outcomes) outcome(screen, it);
    lookUp(screen);
  });
}

function plan(screen: Screen, schedule: ScheduleRow, rung: string): void {
  screen.heading(`Theo thời hạn ${screen.time(schedule.dueAt)}`, 'By the due time');
  screen.prose(explain(schedule.derivation, screen.lang), '  ');
  for (const it of schedule.rungs.filter((own) => rung.endsWith(own.rung))) {
    screen.prose(
      `${it.rung}: ${screen.time(it.at)}, ${RUNG_KIND[it.kind][screen.lang]}, ${screen.say('gửi', 'to')} ${AUDIENCE[it.audience][screen.lang]}`,
      '  ',
    );
  }
  screen.prose(
    `${screen.say('Quy định', 'Policies')}: ${schedule.policies.join(', ')}. ${screen.say('Lịch', 'Calendar')}: ${schedule.calendarVersion}. ${screen.say('Dòng đã định thời hạn', 'Entry that set it')}: ${schedule.entry}`,
    '  ',
  );
}

function outcome(screen: Screen, it: OutcomeRow): void {
  const what =
    it.outcome === 'issued'
      ? `${screen.say('đã nhắc lúc', 'issued at')} ${screen.time(it.issuedAt)}` +
        (it.letter === null ? '' : screen.say(`, văn bản ${it.letter}`, `, letter ${it.letter}`))
      : `${screen.say('bỏ qua, vì', 'skipped, because')}: ${it.reason ? SKIP_REASON[it.reason][screen.lang] : '–'}`;
  screen.prose(`${what} ← ${it.entry}`, '  ', '  ');
}
