/** The vocabulary of a round: its state, what may be asked of it, and what happened in it. */
export * from './commands';
export * from './events';
export * from './planned-schedule';
export * from './state';
