/** `dondoc why rate ROUND|DIRECTIVE [UNIT]`: who is in each official rate, and by which entry. */
import { STANDING } from '../../../libs/contracts';
import type { Standing } from '../../../libs/domain';
import type { ObligationRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';
import { lookUp } from './why';

type Asked = {
  readonly unit?: string | undefined;
  readonly issuer?: string | undefined;
  readonly asOf?: string | undefined;
};

export async function whyRate(
  context: Context,
  of: string,
  { unit, issuer, asOf }: Asked,
): Promise<void> {
  const { client, screen } = context;
  const scope = of.includes('~')
    ? { round: of }
    : { directive: (await directiveOf(context, of, issuer)).directive };
  // A round that is not there is said to be none, by the API.
  if (scope.round !== undefined)
    await client.get(`/v1/rounds/${encodeURIComponent(scope.round)}`, { asOf });
  const rows = await client.all<ObligationRow>('/v1/obligations', {
    ...scope,
    openedFor: unit,
    asOf,
  });
  const owed = rows.filter(({ late }) => !late);
  const later = rows.filter(({ late }) => late);
  screen.result({ owed, later }, () => {
    screen.title(`Vì sao tỷ lệ là vậy: ${of}`, `Why these rates: ${of}`);
    screen.prose(
      screen.say(
        `Mẫu số: ${owed.length} nghĩa vụ có khi mở đợt, không đổi về sau, theo tên lúc mở đợt.`,
        `Denominator: the ${owed.length} obligations there at the opening, whatever came later, by their names then.`,
      ),
    );
    for (const standing of Object.keys(STANDING) as Standing[]) {
      part(screen, STANDING[standing][screen.lang], {
        rows: owed.filter((it) => it.standing === standing),
        owed: owed.length,
        withRound: scope.round === undefined,
      });
    }
    if (later.length > 0) {
      screen.heading(
        `Bổ sung sau khi mở đợt, không tính vào tỷ lệ: ${later.length}`,
        'Joined after the opening, in no rate',
      );
      for (const it of later) line(screen, it, scope.round === undefined);
    }
    lookUp(screen);
  });
}

type Part = {
  readonly rows: readonly ObligationRow[];
  readonly owed: number;
  readonly withRound: boolean;
};

function part(screen: Screen, name: string, { rows, owed, withRound }: Part): void {
  if (rows.length === 0) return;
  const percent = ((rows.length / owed) * 100).toFixed(1);
  screen.line(`\n${name}: ${rows.length} / ${owed} = ${percent} %`);
  for (const it of rows) line(screen, it, withRound);
}

function line(screen: Screen, it: ObligationRow, withRound: boolean): void {
  const where = withRound ? ` (${screen.text(it.title)}, ${screen.text(it.period.label)})` : '';
  const counted = it.acceptedSubmittedAt ?? it.submittedAt;
  const facts = [
    `${screen.say('hạn', 'due')} ${screen.time(it.dueAt)}`,
    counted === null
      ? screen.say('chưa gửi', 'not handed in')
      : `${screen.say('gửi', 'handed in')} ${screen.time(counted)}`,
    it.acceptedAt === null
      ? ''
      : `${screen.say('chấp nhận', 'accepted')} ${screen.time(it.acceptedAt)}`,
  ].filter(Boolean);
  screen.prose(
    `${screen.text(it.unitName, it.unit)}${where}: ${facts.join(', ')} ← ${it.entry}`,
    '  ',
    '  ',
  );
}
