/** The projector as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createProjector } from './projector';

export const PROJECTOR = Symbol('projector');
export const ProjectorModule = serviceModule(PROJECTOR, createProjector);
