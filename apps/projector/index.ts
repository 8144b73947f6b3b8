/** What the composition of all services takes from the projector. */
export { createProjector, type Projector, type ProjectorDeps } from './projector';
export { PROJECTOR, ProjectorModule } from './projector.module';
