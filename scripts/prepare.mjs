/** Packages and build, nothing more: for a command whose own output must be alone on its stdout. */
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
