/** The relay as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createRelay } from './relay';

export const RELAY = Symbol('relay');
export const RelayModule = serviceModule(RELAY, createRelay);
