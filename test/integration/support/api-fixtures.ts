/** What the tests of the door hand in, and how they look at a refusal. */
import type { Answer } from './api-process';

export const stated = (value: unknown) => ({ grade: 'stated', value, quote: 'x', place: '1' });
export const notStated = { grade: 'notStated' };

/** A draft in order. */
export const DRAFT = {
  issuer: 'ubnd-thanh-hoa',
  documentType: 'directive',
  grammar: 'state',
  symbol: stated('04/CT-UBND'),
  date: stated('2018-04-02'),
  abstract: stated('Đẩy mạnh phong trào'),
  signer: { grade: 'notInCopy' },
  urgency: stated('normal'),
  secrecy: 'none',
  sources: [],
  tasks: [],
  addressees: [{ kind: 'unit', unit: 'nga-son' }],
  recipients: notStated,
  monitoringBody: notStated,
  parents: [],
};
/** One obligation of the open round. */
export const OBLIGATION = '/v1/obligations/d-abc~report~2018~0~nga-son';
export const REPORT = { summary: 'Đã thực hiện', files: [] };

/** A problem with this status and code, in both languages, with the correlation id and without a stack. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.type).toBe('application/problem+json; charset=utf-8');
  const { type, title, detail } = answer.body;
  expect(type).toBe(`urn:dondoc:problem:${code}`);
  expect(String(detail)).toContain(String(title));
  expect(Object.keys(answer.body.titles as object)).toEqual(['vi', 'en']);
  expect(answer.body.correlationId).toBe(answer.headers.get('x-correlation-id'));
  expect(JSON.stringify(answer.body)).not.toMatch(/\bat .+:\d+:\d+|node_modules|stack/);
}
