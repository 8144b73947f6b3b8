/**
 * One row of the table of commands: from it the route, the validation, the right, the OpenAPI page, the CLI's help
 * and the inbound schema are derived. Adding a command is adding a row and its decide function.
 */
import type { z } from 'zod';
import type {
  AccessCommand,
  BarsCommand,
  CalendarCommand,
  CommendationCommand,
  DeliveryCommand,
  DirectiveCommand,
  ErasureCommand,
  HistoriesCommand,
  LossesCommand,
  OrgCommand,
  PolicyCommand,
  ReviewCommand,
  ReorganisationCommand,
  RecognitionCommand,
  RoundCommand,
  SeriesCommand,
  StreamKind,
  Text,
} from '../../domain';
import type { Right } from './rights';

type AnyCommand =
  | DirectiveCommand
  | RoundCommand
  | ReviewCommand
  | SeriesCommand
  | OrgCommand
  | PolicyCommand
  | CalendarCommand
  | DeliveryCommand
  | ReorganisationCommand
  | RecognitionCommand
  | CommendationCommand
  | BarsCommand
  | ErasureCommand
  | AccessCommand
  | HistoriesCommand
  | LossesCommand;

/** Every command of every stream; time itself (`WakeUp`) is asked by nobody. */
export type CommandType = Exclude<AnyCommand['type'], 'WakeUp'>;

export type DataOf<T extends CommandType> = Extract<AnyCommand, { type: T }>['data'];

/** Ids that a command needs and that the pure table cannot make. */
export type NewIds = { directive(): string; commendation(): string };

/** A command that people and other systems may ask. */
export type PublicCommand = {
  readonly type: CommandType;
  readonly kind: StreamKind;
  readonly internal: false;
  /** `POST /v1/directives/{directiveId}/issue`: the names in braces are those of `params`. */
  readonly route: `POST /v1/${string}`;
  readonly params: z.ZodType<Record<string, string | number>>;
  readonly body: z.ZodType;
  readonly right: Right;
  readonly summary: Text;
  /** The stream and the data, from checked params and a checked body. */
  address(
    params: Record<string, string | number>,
    body: unknown,
    ids: NewIds,
  ): { readonly stream: string; readonly data: unknown };
};

/** A command that only a reaction or a service of ours asks: no door leads to it. */
export type InternalCommand = {
  readonly type: CommandType;
  readonly kind: StreamKind;
  readonly internal: true;
  readonly summary: Text;
};

export type CommandRow = PublicCommand | InternalCommand;

type Writing<T extends CommandType, P, B> = {
  readonly kind: StreamKind;
  readonly route: `POST /v1/${string}`;
  readonly params: z.ZodType<P>;
  readonly body: z.ZodType<B>;
  readonly right: Right;
  readonly summary: Text;
  readonly stream: (params: P, body: B, ids: NewIds) => string;
  /** That the answer is the domain's data is checked by the compiler. */
  readonly data: (body: B, params: P) => DataOf<T>;
};

export function open<T extends CommandType, P extends Record<string, string | number>, B>(
  type: T,
  row: Writing<T, P, B>,
): PublicCommand {
  const { stream, data, ...rest } = row;
  return {
    ...rest,
    type,
    internal: false,
    address: (params, body, ids) => ({
      stream: stream(params as P, body as B, ids),
      data: data(body as B, params as P),
    }),
  };
}

export function internal<T extends CommandType>(
  type: T,
  kind: StreamKind,
  summary: Text,
): InternalCommand {
  return { type, kind, internal: true, summary };
}
