export * from './source';
export { settle, type Settled } from './settle';
export { writeSettled, type Evidence } from './write-evidence';
