/** The API's description for machines (OpenAPI) and for people (one page without scripts). */
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { QUERIES } from '../../libs/contracts';
import { ReadsOnly } from './actor';
import { docsPage } from './docs-page';
import type { OpenApi } from './openapi';

/** Set once the routes are known. */
export class Described {
  document: OpenApi | null = null;
}

@ApiExcludeController()
@Controller('/v1')
export class DocsController {
  constructor(@Inject(Described) private readonly described: Described) {}

  @Get('/openapi.json')
  @ReadsOnly()
  openapi(@Query({ schema: QUERIES.none }) _none: unknown): OpenApi {
    return this.described.document!;
  }

  @Get('/docs')
  @ReadsOnly()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  docs(@Query({ schema: QUERIES.none }) _none: unknown): string {
    return docsPage(this.described.document!);
  }
}
