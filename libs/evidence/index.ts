export * from './source';
export { settle, type Settled } from './settle';
export { writeEvidence, writeSettled, type Evidence } from './write-evidence';
