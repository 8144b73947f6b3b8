/** The OpenAPI document, from the same table and schemas that make the routes and check what comes in. */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import type { z } from 'zod';
import { openApiSchema } from '../../libs/contracts';

export type OpenApi = OpenAPIObject;

export function describe(app: INestApplication): OpenApi {
  const config = new DocumentBuilder()
    .setTitle('Dondoc')
    .setDescription(
      'Đôn đốc thực hiện chỉ thị · Driving the implementation of directives. ' +
        'Faults are application/problem+json with a stable code in both languages.',
    )
    .setVersion('1')
    .build();
  return SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) => ({
      schema: openApiSchema(schema as z.ZodType, schemaType),
    }),
  });
}
