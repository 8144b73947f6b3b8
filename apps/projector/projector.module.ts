/** The projector as a Nest module. */
import { serviceModule } from '../../libs/process';
import { createProjector } from './projector';

export const PROJECTOR_APP = Symbol('projector');
export const ProjectorModule = serviceModule(PROJECTOR_APP, createProjector);
