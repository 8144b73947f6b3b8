export * from './policy-book-reader';
export * from './decide-stream';
export * from './dispatcher';
export { admit, refuseUnknown, refuseWithout, type Asking } from './door';
export { BODY_LIMIT, readJson } from './json-body';
export * from './personal';
export { refusal, refusalOf, refusalOfFaults, type Refusal } from './refusal';
export { setRefusal, type LookedAt } from './set-refusal';
export * from './way-in';
