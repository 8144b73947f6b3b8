/** `dondoc ask COMMAND`: any command of the table, from its address and a JSON body. */
import { publicCommand, PUBLIC_COMMANDS } from '../../../libs/contracts';
import { cliError, EXIT } from '../client';
import { actorFor, type Context } from '../context';
import { readJson } from './directive';
import { printReceipt } from './receipt';

export type AskOptions = { readonly data?: string };

export async function ask(
  context: Context,
  [type, parameters]: readonly [string, readonly string[]],
  options: AskOptions,
): Promise<void> {
  const { client, key } = context;
  const row = publicCommand(type);
  if (row === undefined) {
    throw cliError(
      EXIT.usage,
      `${type}: không có lệnh này · no such command; xem · see: dondoc ask --help`,
    );
  }
  const given = new Map(parameters.map((it) => it.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const path = row.route.slice('POST '.length).replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = given.get(name);
    if (value === undefined) {
      throw cliError(EXIT.usage, `${row.route}: thiếu · missing: ${name}=…`);
    }
    return encodeURIComponent(value);
  });
  const body = options.data === undefined ? {} : readJson(options.data);
  printReceipt(context, await client.ask(path, { body, actor: actorFor(context, 'clerk'), key }));
}

const INDENT = ' '.repeat(27);

/** Every command, from the table: what it does and its address. */
export function commandHelp(): string {
  const lines = PUBLIC_COMMANDS.map(
    (it) =>
      `  ${it.type.padEnd(24)} ${it.summary.vi}\n${INDENT}${it.summary.en}\n${INDENT}${it.route}`,
  );
  return `\n${lines.join('\n')}\n`;
}
