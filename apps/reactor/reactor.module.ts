/** The reactor as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createReactor } from './reactor';

export const REACTOR = Symbol('reactor');
export const ReactorModule = serviceModule(REACTOR, createReactor);
