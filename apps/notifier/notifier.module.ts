/** The notifier as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createNotifier } from './notifier';

export const NOTIFIER = Symbol('notifier');
export const NotifierModule = serviceModule(NOTIFIER, createNotifier);
