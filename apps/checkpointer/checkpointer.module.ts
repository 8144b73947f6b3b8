/** The checkpointer as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createCheckpointer } from './checkpointer';

export const CHECKPOINTER = Symbol('checkpointer');
export const CheckpointerModule = serviceModule(CHECKPOINTER, createCheckpointer);
