/** Texts and files by their SHA-256: handed in first, then named by reports and sources. */
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ENGINE_MEDIA_TYPE, PATHS, QUERIES } from '../../libs/contracts';
import { Accesses } from './access';
import { Needs, ReadsOnly } from './actor';
import { refuseOtherBytes } from './content-digest';
import { LEDGER_PORT, SETTINGS, type DoorSettings, type LedgerPort } from './ports';
import { found } from './reading';
import { refusal } from '../../libs/commands';

const bytesSchema = z.instanceof(Uint8Array).optional();

const MEDIA_TYPE = /^[\w.+-]{1,127}\/[\w.+-]{1,127}$/;
const UNKNOWN = 'application/octet-stream';

@ApiTags('content')
@Controller('/v1/content')
export class ContentController {
  constructor(
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
    @Inject(Accesses) private readonly accesses: Accesses,
  ) {}

  /** Answers hash, size and media type as they are held: the first media type of the same bytes stays. */
  @Post()
  @Needs('content.put')
  @ApiConsumes(UNKNOWN)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async put(
    @Body({ schema: bytesSchema }) bytes: Uint8Array | undefined,
    @Req() request: FastifyRequest,
  ) {
    if (bytes === undefined || bytes.length === 0) throw refusal('content.empty');
    refuseOtherBytes(request.headers['content-digest'], bytes);
    const given = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
    const mediaType = MEDIA_TYPE.test(given) ? given : UNKNOWN;
    this.refuseOutside(mediaType, bytes.length);
    return this.ledger.putContent(bytes, mediaType);
  }

  private refuseOutside(mediaType: string, size: number): void {
    const { maxBytes, mediaTypes } = this.settings.contents;
    if (size > maxBytes) throw refusal('content.too-large', { limit: maxBytes });
    if (mediaTypes.includes(mediaType)) return;
    throw refusal('content.type-refused', { mediaType, allowed: mediaTypes.join(', ') });
  }

  /** Always as a download: what others handed in is never shown as a page of ours. */
  @Get(':sha256')
  @ReadsOnly()
  async get(
    @Param({ schema: PATHS.content }) { sha256 }: z.output<typeof PATHS.content>,
    @Query({ schema: QUERIES.none }) _none: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const content = found(await this.ledger.getContent(sha256), 'content', sha256);
    if (!content.mediaType.startsWith(ENGINE_MEDIA_TYPE))
      await this.accesses.record(request, { what: 'content', subject: sha256 });
    void reply.headers({
      'content-type': content.mediaType,
      'content-disposition': `attachment; filename="${sha256}"`,
      'x-content-type-options': 'nosniff',
    });
    return content.bytes;
  }
}
