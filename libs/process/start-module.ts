/** Starts one Nest module and hands out the service it holds: alike in a process of its own and in the composition. */
import 'reflect-metadata';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

export type StartedModule<Service> = {
  readonly service: Service;
  stop(): Promise<void>;
};

export async function startModule<Service>(
  module: DynamicModule,
  token: symbol,
): Promise<StartedModule<Service>> {
  const app = await NestFactory.createApplicationContext(module, {
    logger: false,
    abortOnError: false,
  });
  return { service: app.get<Service>(token), stop: () => app.close() };
}
