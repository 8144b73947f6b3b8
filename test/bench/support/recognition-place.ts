/** A body's whole year of recognition, asked by the way in: every unit registers, hands in, is appraised and decided. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { createWayIn, type WayIn } from '../../../libs/commands';
import { VIETNAM, localDateOf } from '../../../libs/calendar';
import { policyStream, recognitionStream, type Actor } from '../../../libs/domain';
import { policies } from '../../../samples';
import { ministry } from '../drill/quarterly-directive';
import { contacts } from '../../../samples/units/unit';
import { ORG_STREAM } from '../../../libs/domain';
import type { Office } from './office';
import { unitOf } from './rounds';

const CALLERS = 50;
/** As many as one command takes. */
const DECIDED_AT_ONCE = 500;
const OPERATOR: Actor = { id: 'quan-tri', role: 'operator', unit: null };
const EVIDENCE = 'Báo cáo năm và biên bản kiểm tra kèm theo; dữ liệu đo tốc độ';

type Act = { readonly type: string; readonly data: unknown; readonly actor: Actor };

export class RecognitionPlace {
  readonly pool: Pool;
  readonly stream: string;
  readonly year: number;
  private readonly today: string;
  private readonly body: string;
  private readonly wayIn: WayIn;

  constructor(
    private readonly office: Office,
    private readonly units: number,
  ) {
    // Ids of workflows are shared by all that run on the server.
    this.body = `ubnd-${randomBytes(3).toString('hex')}`;
    this.today = localDateOf(VIETNAM.zone, new Date().toISOString());
    this.year = Number(this.today.slice(0, 4));
    this.stream = recognitionStream(this.body, this.year);
    this.pool = office.database.pool();
    this.wayIn = createWayIn(office.database.ledger('dondoc_api'));
  }

  get authority(): string {
    return this.body;
  }

  async found(): Promise<void> {
    for (const policy of policies) {
      await this.ask(policyStream(policy.id), {
        ...{ type: 'AdoptPolicy', data: policy, actor: OPERATOR },
      });
    }
    // Of a level that the norm in force lets decide.
    const kind = 'provincialCommittee';
    const body = { ...ministry(), id: this.body, kind, contacts: contacts(this.body) };
    await this.ask(ORG_STREAM, {
      ...{ type: 'RegisterUnits', data: { units: [body] }, actor: OPERATOR },
    });
    await this.office.registerUnits(this.units);
  }

  register = () =>
    this.all((unit) => ({
      type: 'RegisterForRecognition',
      data: {
        ...{ unit, kind: 'agency', trait: null, date: this.today },
        reference: 'Kế hoạch số 01/KH, dữ liệu đo tốc độ',
      },
      actor: { id: `dau-moi-${unit}`, role: 'focal', unit },
    }));

  handIn = () =>
    this.all((unit) => ({
      type: 'SubmitRecognitionDossier',
      data: { unit, date: this.today, answers: ANSWERS, documents: [] },
      actor: { id: `dau-moi-${unit}`, role: 'focal', unit },
    }));

  appraise = () =>
    this.all((unit) => ({
      type: 'AppraiseRecognitionDossier',
      data: { unit, date: this.today, proposal: 'met', reasons: EVIDENCE },
      actor: { id: 'thuong-truc', role: 'standingBody', unit: this.body },
    }));

  /** One decision on paper, recorded in as many parts as its list needs. */
  async decide(): Promise<void> {
    const units = Array.from({ length: this.units }, (_, n) => unitOf(n));
    for (let from = 0; from < units.length; from += DECIDED_AT_ONCE) {
      const met = units.slice(from, from + DECIDED_AT_ONCE);
      await this.ask(this.stream, {
        type: 'DecideRecognition',
        data: { number: '10/QĐ-UBND', date: this.today, met, notMet: [] },
        actor: { id: 'chu-tich', role: 'leader', unit: this.body },
      });
    }
  }

  private async all(act: (unit: string) => Act): Promise<void> {
    const waiting = Array.from({ length: this.units }, (_, n) => unitOf(n)).values();
    const caller = async (): Promise<void> => {
      for (const unit of waiting) await this.ask(this.stream, act(unit));
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
  }

  private async ask(stream: string, { type, data, actor }: Act): Promise<void> {
    const idempotencyKey = `${type} ${stream} ${JSON.stringify(data).slice(0, 80)}`;
    const { commandId } = await this.wayIn.submit({ actor, stream, type, data, idempotencyKey });
    await this.office.decided(commandId);
  }

  /** The same commands as rows of a bare table, one insert each, by as many callers. */
  async bare(): Promise<void> {
    await this.pool.query('CREATE TABLE IF NOT EXISTS public.bare (body json NOT NULL)');
    const { rows } = await this.pool.query<{ bytes: string }>(
      `SELECT bytes FROM ledger.entries WHERE stream = $1 AND type LIKE 'dondoc.recognition.command.%'`,
      [this.stream],
    );
    const waiting = rows.values();
    const caller = async (): Promise<void> => {
      for (const { bytes } of waiting) {
        await this.pool.query('INSERT INTO public.bare (body) VALUES ($1)', [bytes]);
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
    if (rows.length === 0) throw new Error('there are no commands to insert');
  }
}

const answer = (item: string, given: object) => ({ item, answer: given, evidence: EVIDENCE });

const ANSWERS = [
  answer('registered-in-q1', { kind: 'fulfilled', fulfilled: true }),
  answer('working-model', { kind: 'fulfilled', fulfilled: true }),
  answer('no-grave-events', { kind: 'zeroTolerance', happened: false }),
  answer('sub-units-rated', { kind: 'share', reached: 8, of: 10 }),
];
