/** `dondoc ask COMMAND`: any command of the table, from its address and a JSON body. */
import {
  openApiSchema,
  publicCommand,
  PUBLIC_COMMANDS,
  type PublicCommand,
} from '../../../libs/contracts';
import { cliError, EXIT } from '../client';
import { actorFor, type Context } from '../context';
import { readJson } from './directive';
import { bodyShape } from './body-shape';
import { printReceipt } from './receipt';

export type AskOptions = { readonly data?: string; readonly shape?: boolean };

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
  if (options.shape === true) return showShape(context, row);
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

/** What the command needs: its address, and the JSON that `--data` reads. */
function showShape({ screen }: Context, { type, summary, route, body }: PublicCommand): void {
  const schema = openApiSchema(body, 'input');
  screen.result({ type, route, body: schema }, () => {
    screen.title(type, type);
    screen.prose(screen.text(summary));
    screen.line(route);
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}=…`);
    screen.line(`dondoc ask ${[type, ...names].join(' ')} --data body.json`);
    screen.line();
    for (const line of bodyShape(schema, (vi, en) => screen.say(vi, en))) screen.line(line);
    screen.line();
    screen.prose(
      screen.say(
        'Tên có dấu “?” được để trống; dấu “|” ngăn các cách viết; “…” nghĩa là có thể còn nữa.',
        'A name with “?” may be left out; “|” parts the ways there are; “…” means there may be more.',
      ),
    );
  });
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
