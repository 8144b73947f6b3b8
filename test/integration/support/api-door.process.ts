/**
 * The API by itself in a plain process, with fakes at its ports: an office in memory and an empty read model. Its address is the first line it prints; words on its command line change its manners: `live`,
 * `engine-down`, `database-down`, `s3-down`, `broken`, `evidence`, `evidence-breaks`, `evidence-endless`; `handlers` lists what doors there are and ends.
 */
import { createHash } from 'node:crypto';
import { apiControllers, startApi, type ApiParts } from '../../../apps/api/start-api';
import { MARKS } from '../../../apps/api/actor';
import { setRefusal } from '../../../libs/commands';
import type { UnitNames } from '../../../libs/contracts';
import type { AcceptResult } from '../../../libs/ledger';
import { unit } from '../../../libs/planning/testing/fixture';
import { createLogger, createMetrics, failure } from '../../../libs/service';
import { doorEvidence } from './api-door-evidence';
import { createOffice, NOW } from './api-door-office';

const DIRECTIVE = {
  directive: 'd-thanh-hoa',
  status: 'issued' as const,
  issuer: 'ubnd-thanh-hoa',
  issuerName: null,
  symbol: '04/CT-UBND',
  issuedOn: '2018-04-02',
  issuedAt: NOW,
  abstract: { grade: 'notStated' as const },
  registeredAt: NOW,
  sources: [],
};

const manners = new Set(process.argv.slice(2));
const office = createOffice();
const keys = new Map<string, { body: string; answer: AcceptResult }>();
const contents = new Map<string, { mediaType: string; bytes: Buffer }>();

const ubnd = (id: string) => unit(id, null, 'uy-ban');
const org = {
  units: Object.fromEntries(['ubnd-a', 'ubnd-b', 'ubnd-c'].map((id) => [id, ubnd(id)])),
};

const commands: ApiParts['commands'] = {
  refusalOfSet: (set) => setRefusal(set, { org, now: NOW }),
  async submit({ type, stream, data, actor, idempotencyKey }) {
    if (manners.has('broken')) throw new TypeError('a secret of ours');
    if (manners.has('database-down')) {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    }
    const body = JSON.stringify([type, stream, data]);
    const known = keys.get(`${actor.id} ${idempotencyKey}`);
    if (known) {
      const result = known.body === body ? ('repeat' as const) : ('conflict' as const);
      return { ...known.answer, result };
    }
    const id = `c-${keys.size + 1}`;
    const times = { receivedAt: NOW, effectiveAt: NOW };
    const answer = { result: 'accepted' as const, commandId: id, ...times };
    keys.set(`${actor.id} ${idempotencyKey}`, { body, answer });
    const command = { id, stream, type, data, actor, ...times };
    if (!manners.has('engine-down')) office.decide(command);
    return answer;
  },
};

const emptyPage = async () => ({ items: [], next: null });
const nothing = async () => null;

const reads: ApiParts['reads'] = {
  at: () => reads,
  timelineAt: nothing,
  dashboard: async () => ({ items: [] }),
  lastRecorded: nothing,
  firstRecorded: nothing,
  differences: async () => [],
  countDifferences: async () => [],
  summary: () => Promise.reject(new TypeError('a secret of ours')),
  findDirective: async (name, issuer) => {
    const played = { ...DIRECTIVE, directive: 'd-07', symbol: '07/CT-BCA-V28' };
    if (name === played.symbol) return { found: 'one', directive: played };
    const hauGiang = { ...DIRECTIVE, directive: 'd-hau-giang', issuer: 'ubnd-hau-giang' };
    const candidates = [DIRECTIVE, hauGiang].filter((it) => !issuer || it.issuer === issuer);
    if (name !== DIRECTIVE.symbol) return { found: 'none' };
    if (candidates.length > 1) return { found: 'several', candidates };
    return candidates[0] ? { found: 'one', directive: candidates[0] } : { found: 'none' };
  },
  directives: async () => ({ items: [DIRECTIVE], next: null }),
  directive: nothing,
  report: nothing,
  reviews: async () => [],
  review: nothing,
  rates: async ({ by }, { now, asOf }) => ({ asOf: asOf ?? now, by, rows: [] }),
  consolidation: nothing,
  criticisms: async (asked) => ({ ...asked, policy: null, rows: [] }),
  indicators: async (_asked, asOf) => ({ asOf, items: [] }),
  rounds: emptyPage,
  round: nothing,
  obligations: emptyPage,
  obligation: nothing,
  why: nothing,
  reorganisations: emptyPage,
  reorganisation: nothing,
  previewReorganisation: emptyPage,
  timeline: emptyPage,
  documents: emptyPage,
  accesses: emptyPage,
  assumptions: emptyPage,
  units: emptyPage,
  unitNames: async (units): Promise<UnitNames> =>
    units.includes('nga-son') ? { 'nga-son': { vi: 'Công an huyện Nga Sơn', en: 'Nga Sơn' } } : {},
  unit: nothing,
  deliveries: emptyPage,
  calendarYear: nothing,
  policies: emptyPage,
  commendations: emptyPage,
  commendation: nothing,
  bars: emptyPage,
  shortlist: nothing,
  upcoming: emptyPage,
  recognitionYears: emptyPage,
  recognitionYear: nothing,
  recognitionSubjects: emptyPage,
  recognitionCalled: emptyPage,
  recognitionClassifications: emptyPage,
};

const evidence = doorEvidence(manners);

const ledger: ApiParts['ledger'] = {
  ...evidence,
  awaitOutcome: async (id) => office.record(id),
  commandRecord: async (id) => office.record(id),
  entriesOfStream: async () => [],
  entriesOfPrefixes: async () => [],
  putContent: async (bytes, mediaType) => {
    if (manners.has('s3-down'))
      throw failure('s3.away', 'it is away', 'start what is at s3.example');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    contents.set(sha256, { mediaType, bytes: Buffer.from(bytes) });
    return { sha256, size: bytes.length, mediaType };
  },
  getContent: async (sha256) => contents.get(sha256) ?? evidence.getContent(sha256),
  describeContent: async (sha256) => {
    const held = contents.get(sha256);
    return held
      ? { mediaType: held.mediaType, size: held.bytes.length }
      : evidence.describeContent(sha256);
  },
  isKept: async () => false,
  reveal: async () => new Map(),
  now: async () => NOW,
  cursor: async () => 42,
};

type Argument = { readonly schema?: unknown };

/** Every handler with what guards it and how many of its inputs a schema checks, from Nest's own metadata. */
function handlers() {
  return apiControllers().flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    const names = Object.getOwnPropertyNames(prototype).filter((it) => it !== 'constructor');
    return names
      .filter((name) => Reflect.hasMetadata('path', prototype[name]!))
      .map((name) => {
        const given: Record<string, Argument> =
          Reflect.getMetadata('__routeArguments__', controller, name) ?? {};
        const inputs = Object.entries(given).filter(([key]) => /^[345]:/.test(key));
        return {
          handler: `${controller.name}.${name}`,
          path: `${Reflect.getMetadata('path', controller)}${Reflect.getMetadata('path', prototype[name]!)}`,
          post: Reflect.getMetadata('method', prototype[name]!) === 1,
          reads: Reflect.hasMetadata(MARKS.reads, prototype[name]!),
          right: Reflect.getMetadata(MARKS.right, prototype[name]!) ?? null,
          inputs: inputs.map(([key]) => KINDS[key[0]!]!),
          unchecked: inputs.filter(([, it]) => it.schema === undefined).map(([key]) => key),
        };
      });
  });
}

const KINDS: Readonly<Record<string, string>> = { '3': 'body', '4': 'query', '5': 'path' };

async function main(): Promise<void> {
  if (manners.has('handlers')) {
    process.stdout.write(`${JSON.stringify(handlers())}\n`);
    return;
  }
  const api = await startApi(
    {
      commands,
      ledger,
      reads,
      drill: { advance: async (to) => ({ now: to, steps: 1 }) },
      logger: createLogger({ service: 'api', level: 'info' }),
      metrics: createMetrics({ service: 'api', processFigures: false }),
    },
    { host: '127.0.0.1', port: 0, mode: manners.has('live') ? 'live' : 'drill', waitMs: 50 },
  );
  process.stdout.write(`${JSON.stringify({ listening: api.url })}\n`);
  process.once('SIGTERM', () => void api.close());
}

void main();
