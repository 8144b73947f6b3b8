/** The played ledger, and after it what plans are made of at other moments than their commands'. */
import type { Json } from '../../../libs/domain';
import { CLERK, duty, ON_REQUEST, stated } from '../../../libs/domain/testing/directive-07';
import { OPERATOR } from '../../../libs/domain/testing/scene';
import { playedBook, type Altering, type Asked, type Book } from '../../support/played-entries';

const archive: Json = {
  ...{ id: 'archive', from: '2010-01-01', to: null, source: 'NĐ 30/2020' },
  scope: { issuer: null, documentTypes: null },
  text: { vi: 'x', en: 'x' },
  value: {
    ...{ kind: 'archive', years: 1, from: 'workEnd', remindCalendarDaysBefore: 30, hour: '08:00' },
  },
};

/** A rule for the archive is adopted; at 03:00 a directive is concluded, by a plan that knows it or not. */
export function concluding(adoptedAt: string, knows: boolean): Book {
  const book = playedBook(({ type }, plan) =>
    type === 'ConcludeDirective' && !knows ? { archive: null } : plan,
  );
  const stream = 'policy/archive';
  book.ask({ stream, type: 'AdoptPolicy', data: archive, by: OPERATOR, at: adoptedAt });
  const asked = { stream: 'directive/d-071', type: 'ConcludeDirective', by: CLERK };
  book.ask({ ...asked, data: { reason: 'Xong' }, at: '2014-08-23T03:00:00.000Z' });
  return book;
}

/** A duty to report within so many hours of being asked. */
export function urgent(hours: number): Json {
  const due = stated({ kind: 'hoursAfter' as const, from: 'request' as const, hours });
  const { id: _, ...onRequest } = ON_REQUEST;
  return { duty: duty('gap', { ...onRequest, due }), reason: 'Gấp' } as unknown as Json;
}

type More = {
  readonly receivedAt?: string;
  /** What is decided before it at the same instant. */
  readonly before?: (book: Book, asked: Pick<Asked, 'stream' | 'by' | 'at'>) => void;
};

/** At 03:00:01 somebody asks for a report within 24 hours, by a plan that says when it is due. */
export function requesting(dueAt: string, { receivedAt, before }: More = {}): Book {
  const altered: Altering = ({ type }, plan) => (type === 'RequestReport' ? { dueAt } : plan);
  const book = playedBook(altered);
  const of = { stream: 'directive/d-071', by: CLERK };
  book.ask({ ...of, type: 'SetUpDuty', data: urgent(24), at: '2014-08-23T02:00:00.000Z' });
  const asked = { ...of, at: '2014-08-25T03:00:01.000Z' };
  before?.(book, asked);
  const data = { duty: 'gap', dueDate: null, reason: 'Gấp' };
  const late = receivedAt === undefined ? {} : { receivedAt };
  book.ask({ ...asked, type: 'RequestReport', data, ...late });
  return book;
}
