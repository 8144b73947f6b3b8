/** What may be asked with `dondoc why`: a due time, a rung, a rate, a place on a shortlist. */
import type { Command } from 'commander';
import { AS_OF, AS_OF_HELP, ISSUER, ISSUER_HELP } from './arguments';
import { cliError, EXIT } from './client';
import { why } from './commands/why';
import { whyRate } from './commands/why-rate';
import { whyRung } from './commands/why-rung';
import { whyPlace } from './commands/why-shortlist';
import type { Context } from './context';

type Options = {
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
};

const FORMS = `
  why ROUND UNIT                  vì sao hạn là vậy, các mức nhắc ra sao · why that due time, what the ladder did
  why rung ROUND UNIT RUNG        vì sao nhắc hay bỏ qua mức đó · why that rung was issued or skipped
  why rate ROUND|DIRECTIVE [UNIT] tử số, mẫu số gồm những ai · who is in the rates
  why shortlist DIRECTIVE UNIT    vì sao xếp hạng đó · why that place on the shortlist
`;

export function whys(program: Command, context: () => Context): void {
  program
    .command('why')
    .description(
      'vì sao: hạn, mức nhắc, tỷ lệ, thứ hạng · why: a due time, a rung, a rate, a place',
    )
    .argument('<what...>', 'ROUND UNIT; rung …; rate …; shortlist …')
    .option('--from <date>', 'shortlist: đến hạn từ ngày · fell due from')
    .option('--to <date>', 'shortlist: đến hết ngày · to')
    .option(AS_OF, AS_OF_HELP)
    .option(ISSUER, ISSUER_HELP)
    .addHelpText('after', FORMS)
    .action((what: string[], options: Options) => explained(context(), what, options));
}

/** The id of a round has a tilde: it is none of the words. */
function explained(context: Context, what: readonly string[], options: Options): Promise<void> {
  const [first, second, third, fourth] = what;
  const { issuer, asOf } = options;
  if (first === 'rung' && what.length === 4) {
    return whyRung(context, { round: second!, unit: third!, rung: fourth!, asOf });
  }
  if (first === 'rate' && (what.length === 2 || what.length === 3)) {
    return whyRate(context, second!, { unit: third, issuer, asOf });
  }
  if (first === 'shortlist' && what.length === 3) {
    return whyPlace(context, { directive: second!, unit: third! }, options);
  }
  if (what.length === 2 && first!.includes('~')) {
    return why(context, { round: first!, unit: second!, asOf });
  }
  throw cliError(EXIT.usage, `Ghi một trong các dạng · write one of:${FORMS}`);
}
