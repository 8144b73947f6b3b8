/** What the composition of all services takes from the checkpointer. */
export type { Checkpointer, CheckpointerSettings } from './checkpointer';
export { CHECKPOINTER, CheckpointerModule } from './checkpointer.module';
export { outletsOf, type OutletSettings } from './outlets';
