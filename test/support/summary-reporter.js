/**
 * The last line of a test run: `N passed, N failed`. A suite that could not run counts as failed, and a run without a
 * single test fails: nothing proven is not green.
 */
const { writeSync } = require('node:fs');

module.exports = class SummaryReporter {
  constructor() {
    this.passed = 0;
    this.failed = 0;
    this.skipped = 0;
    this.complete = false;
    process.once('exit', () => this.conclude());
  }

  onTestResult(_test, result) {
    this.passed += result.numPassingTests;
    this.failed += result.numFailingTests + (result.testExecError ? 1 : 0);
    this.skipped += result.numPendingTests + result.numTodoTests;
  }

  onRunComplete() {
    this.complete = true;
  }

  getLastError() {
    if (this.complete && this.passed + this.failed === 0) return new Error('no test was run');
    if (process.env.CI === 'true' && this.skipped > 0) {
      return new Error(`${this.skipped} tests were skipped, which CI does not allow`);
    }
    return undefined;
  }

  conclude() {
    const nothingProven = this.passed + this.failed === 0;
    if (nothingProven || !this.complete) process.exitCode ||= 1;
    if (this.skipped > 0) print(`${this.skipped} skipped`);
    print(`${this.passed} passed, ${this.failed} failed`);
  }
};

function print(line) {
  writeSync(1, `${line}\n`);
}
