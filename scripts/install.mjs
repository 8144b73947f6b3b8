/** Installs the packages when they are missing or other than package-lock.json says. */
import { installStep } from './bootstrap.mjs';

await installStep();
