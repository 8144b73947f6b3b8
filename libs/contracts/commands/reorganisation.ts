/** Commands about change sets of units: what people ask of the organisation, and how the engine carries it out. */
import { z } from 'zod';
import { ORG_STREAM, reorganisationStream } from '../../domain';
import { changeSet } from '../schemas/org';
import { prose, shortId } from '../schemas/text';
import { internal, open } from './row';

const params = z.strictObject({ reorganisation: shortId });
const reason = prose(2_000);

export const REORGANISATION_COMMANDS = {
  ReorganiseUnits: open('ReorganiseUnits', {
    kind: 'org',
    route: 'POST /v1/reorganisations',
    right: 'org.manage',
    summary: { vi: 'Sắp xếp lại các đơn vị', en: 'Reorganise units' },
    params: z.strictObject({}),
    body: changeSet,
    stream: () => ORG_STREAM,
    data: (body) => body,
  }),
  UndoReorganisation: open('UndoReorganisation', {
    kind: 'org',
    route: 'POST /v1/reorganisations/{reorganisation}/undo',
    right: 'org.manage',
    summary: { vi: 'Hủy việc sắp xếp đơn vị', en: 'Undo a reorganisation' },
    params,
    body: z.strictObject({ reason }),
    stream: () => ORG_STREAM,
    data: (body, { reorganisation }) => ({ ...body, id: reorganisation }),
  }),
  DecideHeir: open('DecideHeir', {
    kind: 'reorganisation',
    route: 'POST /v1/reorganisations/{reorganisation}/heirs',
    right: 'org.manage',
    summary: { vi: 'Quyết định đơn vị kế thừa', en: 'Decide the heir of an ended unit' },
    params,
    body: z.strictObject({ unit: shortId, heir: shortId, reason }),
    stream: ({ reorganisation }) => reorganisationStream(reorganisation),
    data: (body) => body,
  }),
  NoteReorganisationDone: internal('NoteReorganisationDone', 'org', {
    vi: 'Ghi nhận đã chuyển giao xong',
    en: 'Note that all is handed over',
  }),
  BeginReorganisation: internal('BeginReorganisation', 'reorganisation', {
    vi: 'Bắt đầu chuyển giao',
    en: 'Begin handing over',
  }),
  BeginHandBack: internal('BeginHandBack', 'reorganisation', {
    vi: 'Bắt đầu trả lại',
    en: 'Begin handing back',
  }),
  ListDirectives: internal('ListDirectives', 'reorganisation', {
    vi: 'Tìm các chỉ thị liên quan',
    en: 'Find the directives concerned',
  }),
  NoteHandOver: internal('NoteHandOver', 'reorganisation', {
    vi: 'Ghi nhận một chỉ thị đã chuyển giao',
    en: 'Note that a directive has asked its rounds',
  }),
  NoteTransfer: internal('NoteTransfer', 'reorganisation', {
    vi: 'Ghi nhận một đợt đã chuyển giao',
    en: 'Note that a round has handed over',
  }),
};
