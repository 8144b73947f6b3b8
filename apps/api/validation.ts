/** Nest's own pipe for standard schemas, saying its faults in our codes with the place of each. */
import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { z } from 'zod';
import { faultsOf, type Fault } from '../../libs/contracts';
import { refusalOfFaults } from '../../libs/commands';

/** A fault in the body is at a JSON pointer; one in the address is `path:` or `query:` and its name. */
const PLACES: { readonly [type: string]: string } = { param: 'path:', query: 'query:' };

export class Validation extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return (await super.transform(value ?? undefined, metadata)) as T;
    } catch (thrown) {
      const issues = (thrown as { issues?: z.core.$ZodIssue[] }).issues;
      if (issues === undefined) throw thrown;
      throw refusalOfFaults(faultsOf(issues).map((fault) => placed(fault, metadata.type)));
    }
  }
}

export function validation(): Validation {
  return new Validation({
    exceptionFactory: (issues) => Object.assign(new Error('faults in the request'), { issues }),
  });
}

function placed(fault: Fault, type: string): Fault {
  const prefix = PLACES[type];
  return prefix === undefined ? fault : { ...fault, place: `${prefix}${fault.place.slice(1)}` };
}
