/** What the composition of all services takes from the API. */
export { readiness } from './readiness';
export { startApi } from './start-api';
export type { Api, ApiParts, ApiSettings } from './start-api';
