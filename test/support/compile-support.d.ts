/** Compiles libs/service, libs/embedded and test/support; answers the compiled form of one file of test/support. */
export function compileSupport(entry: string): string;
