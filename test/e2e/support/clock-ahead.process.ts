/** Preloaded into a service: its own clock goes ahead by DONDOC_TEST_AHEAD_MS, as if it had been away for so long. */
const aheadMs = Number(process.env.DONDOC_TEST_AHEAD_MS);
const Wall = Date;

class Ahead extends Wall {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [Ahead.now()] : given) as [number]));
  }

  static override now(): number {
    return Wall.now() + aheadMs;
  }
}

globalThis.Date = Ahead as DateConstructor;
