/**
 * The API as a Nest application on Fastify: its parts are handed in, so that the composition of all services, a
 * separate process and a test of the door start the very same thing.
 */
import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DrillClock } from '../../libs/bus';
import {
  CONTENT_LIMITS,
  failure,
  type ContentLimits,
  type Logger,
  type Metrics,
} from '../../libs/service';
import { Accesses } from './access';
import { HistoriesController } from './histories.controller';
import { AccessReads } from './access-reads.controller';
import { ActorGuard } from './actor';
import { readBodies } from './body';
import { commandControllers } from './command-controllers';
import { CommendationReads } from './commendation-reads.controller';
import { ContentController } from './content.controller';
import { DirectiveReads } from './directive-reads.controller';
import { Described, DocsController } from './docs.controller';
import { Door } from './door';
import { DrillController } from './drill.controller';
import { EvidenceController } from './evidence.controller';
import { createFigures } from './figures';
import { describe } from './openapi';
import {
  COMMANDS_PORT,
  DRILL_PORT,
  LEDGER_PORT,
  LOGGER,
  READS_PORT,
  SETTINGS,
  type CommandsPort,
  type DoorSettings,
  type LedgerPort,
} from './ports';
import { Past } from './past';
import { PastReads } from './past-reads.controller';
import { ProblemFilter } from './problem.filter';
import { Directives, ReadingInterceptor, Units } from './reading';
import type { Reads } from '../../libs/readmodel';
import { RecognitionReads } from './recognition-reads.controller';
import { ReferenceReads } from './reference-reads.controller';
import { RoundReads } from './round-reads.controller';
import { traceRequests } from './trace';
import { TransparencyController } from './transparency.controller';
import { validation } from './validation';

export type ApiParts = {
  readonly commands: CommandsPort;
  readonly ledger: LedgerPort;
  readonly reads: Reads;
  /** Null where no clock can be told. */
  readonly drill: DrillClock | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

export type ApiSettings = {
  readonly host: string;
  readonly port: number;
  readonly mode: 'drill' | 'live';
  /** How long an answer waits for the decision; 5 s by default. */
  readonly waitMs?: number;
  /** What the content store takes; by default what an office uses. */
  readonly contents?: ContentLimits;
};

export interface Api {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

class ApiModule {}

/** Every door there is. */
export function apiControllers(): Type[] {
  return [
    ...commandControllers(),
    DirectiveReads,
    RoundReads,
    ReferenceReads,
    RecognitionReads,
    CommendationReads,
    AccessReads,
    PastReads,
    HistoriesController,
    ContentController,
    TransparencyController,
    EvidenceController,
    DrillController,
    DocsController,
  ];
}

export async function startApi(parts: ApiParts, settings: ApiSettings): Promise<Api> {
  const figures = createFigures(parts.metrics);
  const { mode, waitMs = 5_000, contents = CONTENT_LIMITS } = settings;
  const filter = new ProblemFilter(parts.logger, figures.refused, contents, (units) =>
    parts.reads.unitNames(units),
  );
  const adapter = new FastifyAdapter({
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void filter.answer(error, request, reply),
  });
  const module = moduleOf(parts, filter, { mode, waitMs, contents });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const server = adapter.getInstance();
  traceRequests(server, { logger: parts.logger, answered: figures.answered, mode });
  readBodies(server, contents.maxBytes);
  await app.init();
  app.get(Described).document = describe(app);
  await listen(app, settings);
  return { url: await app.getUrl(), app, close: () => app.close() };
}

function moduleOf(parts: ApiParts, filter: ProblemFilter, settings: DoorSettings): DynamicModule {
  return {
    module: ApiModule,
    controllers: apiControllers(),
    providers: [
      Door,
      Accesses,
      Directives,
      Units,
      Past,
      Described,
      { provide: COMMANDS_PORT, useValue: parts.commands },
      { provide: LEDGER_PORT, useValue: parts.ledger },
      { provide: READS_PORT, useValue: parts.reads },
      { provide: DRILL_PORT, useValue: parts.drill },
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: parts.logger },
      { provide: APP_GUARD, useClass: ActorGuard },
      { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor },
      { provide: APP_PIPE, useFactory: validation },
      { provide: APP_FILTER, useValue: filter },
    ],
  };
}

async function listen(app: NestFastifyApplication, { host, port }: ApiSettings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    throw failure(
      'api.port',
      `the API cannot listen on ${host}:${port}`,
      'free that port or set DONDOC_API_PORT to another one (0 takes any free port)',
      cause,
    );
  }
}
