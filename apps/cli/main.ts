/** `dondoc`: results on standard output, everything else on standard error, and the exit code says how it went. */
import { CommanderError } from 'commander';
import { describeFailure, isFailure } from '../../libs/service';
import { EXIT, type CliError } from './client';
import { createProgram } from './program';
import { endServed } from './served';
import { argumentsOfVerify, verifyCommand } from './verify-command';

const WIDTH = 100;

async function main(): Promise<number> {
  const out = (text: string): void => void process.stdout.write(text);
  const err = (text: string): void => void process.stderr.write(text);
  // Whoever reads along may stop reading (`dondoc … | head`): that is no fault.
  process.stdout.on('error', () => void endServed().then(() => process.exit(EXIT.ok)));
  try {
    const columns = process.stdout.columns ?? WIDTH;
    const verifying = argumentsOfVerify(process.argv.slice(2));
    if (verifying !== null) return await verifyCommand(verifying, { columns, out, err });
    await createProgram({ columns, out, err }).parseAsync();
    return EXIT.ok;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { exit } = thrown as Partial<CliError>;
    if (exit === undefined) {
      err(`dondoc: ${describeFailure(thrown)}\n`);
      return isFailure(thrown) ? EXIT.usage : EXIT.failed;
    }
    err(`dondoc: ${(thrown as CliError).message}\n`);
    return exit;
  } finally {
    await endServed();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
