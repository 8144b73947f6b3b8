/** A command on one directive whose body is its data: one more row of the table, with its route and its stream. */
import { z } from 'zod';
import { directiveStream, type Text } from '../../domain';
import { shortId } from '../schemas/text';
import { open, type CommandType, type DataOf } from './row';
import type { Right } from './rights';

type Ask<T extends CommandType> = {
  action: string;
  right: Right;
  summary: Text;
  body: z.ZodType<DataOf<T>>;
};

export function onDirective<T extends CommandType>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'directive',
    route: `POST /v1/directives/{directiveId}/${action}`,
    params: z.strictObject({ directiveId: shortId }),
    stream: ({ directiveId }) => directiveStream(directiveId),
    data: (body) => body,
  });
}
