/**
 * A bundle as it ran, with an observer behind it that tells a replay what the SDK does not compare: with which input each local
 * activity is asked and for how long each timer is set. It changes no step: it calls on, and looks at what comes back.
 */

/** The sink that the observer tells, by interface and function. */
export const OBSERVER = 'dondocReplay';

/** Archived bundles were built without interceptors of ours: this one is put in at the place where the SDK asks for them. */
const OBSERVING = `
;(() => {
  const bundle = globalThis.__TEMPORAL__ ?? __TEMPORAL__;
  const others = bundle.importInterceptors;
  const tell = (fnName, ...args) => {
    const activator = globalThis.__TEMPORAL_ACTIVATOR__;
    activator.sinkCalls.push({ ifaceName: '${OBSERVER}', fnName, args, workflowInfo: activator.info });
  };
  const outbound = {
    startTimer(input, next) {
      tell('timer', String(input.seq), input.durationMs);
      return next(input);
    },
    scheduleLocalActivity(input, next) {
      const asked = JSON.stringify(input.args[0] ?? null);
      const answered = next(input);
      answered.then(
        (answer) => tell('activity', input.activityType, asked, (answer && answer.asked) ?? null),
        () => undefined,
      );
      return answered;
    },
  };
  const observer = { interceptors: () => ({ outbound: [outbound] }) };
  bundle.importInterceptors = () => [...others(), observer];
})();
`;

const SOURCE_MAP = '\n//# sourceMappingURL=';

/** Before the source map, which the SDK looks for at the end. */
export function observed(code: string): string {
  const at = code.lastIndexOf(SOURCE_MAP);
  return at < 0 ? code + OBSERVING : code.slice(0, at) + OBSERVING + code.slice(at);
}
