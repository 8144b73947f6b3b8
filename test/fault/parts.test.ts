/** The rows of parts that are away, of mistakes of ours, of the mail server and of the clock. */
import { playRows } from './play-rows';
import { CHECKPOINTS } from './rows/checkpoints';
import { CLOCK } from './rows/clock';
import { MAIL } from './rows/mail';
import { PARTS } from './rows/parts';
import { TWO } from './rows/two';

playRows({ deploymentId: 'faults-parts', kafka: false }, [
  ...PARTS,
  ...TWO,
  ...MAIL,
  ...CLOCK,
  ...CHECKPOINTS,
]);
