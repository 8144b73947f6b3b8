/** The mutation matrix as one table. */
import type { Row } from '../support/row';
import { CONTAINER_ROWS } from './container';
import { DECISION_ROWS } from './decisions';
import { FILE_ROWS } from './files';
import { FORM_ROWS } from './form';
import { HELD_ROWS, KEY_ROWS } from './keys';
import { LINE_ROWS } from './lines';
import { ORDER_ROWS } from './order';
import { PLAN_ROWS } from './plans';
import { PROOF_ROWS } from './proofs';
import { SCOPE_ROWS } from './scope';
import { STRUCTURE_ROWS } from './structure';
import { TRUST_ROWS } from './trust';

export const ALL_ROWS: readonly Row[] = [
  ...CONTAINER_ROWS,
  ...STRUCTURE_ROWS,
  ...FILE_ROWS,
  ...LINE_ROWS,
  ...PROOF_ROWS,
  ...FORM_ROWS,
  ...ORDER_ROWS,
  ...DECISION_ROWS,
  ...PLAN_ROWS,
  ...TRUST_ROWS,
  ...KEY_ROWS,
  ...HELD_ROWS,
  ...SCOPE_ROWS,
];
