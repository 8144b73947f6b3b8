/** The reactor as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createReactor } from './reactor';

export const REACTOR_APP = Symbol('reactor');
export const ReactorModule = serviceModule(REACTOR_APP, createReactor);
