/** Commands about commendations from the nomination to the award, about bars, and the erasure of a personal value. */
import { z } from 'zod';
import { BARS_STREAM, commendationStream, ERASURE_STREAM } from '../../domain';
import type { CommendationCommand, Text } from '../../domain';
import { appraisal, bar, dossier, nomination, reportedAwards } from '../schemas/commendation';
import {
  line,
  localDate,
  orNull,
  personalToken,
  prose,
  proseOrNone,
  shortId,
} from '../schemas/text';
import { internal, open, type DataOf } from './row';
import type { Right } from './rights';

const reason = prose(2_000);
const why = z.strictObject({ reason });

type Step = Exclude<
  CommendationCommand['type'],
  'WakeUp' | 'NominateForCommendation' | 'RecordAwards' | 'ReplanHeldStep'
>;
type Ask<T extends Step> = {
  action: string;
  right: Right;
  summary: Text;
  body: z.ZodType<DataOf<T>>;
};

/** A command on one commendation whose body is its data. */
function on<T extends Step>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'commendation',
    route: `POST /v1/commendations/{commendationId}/${action}`,
    params: z.strictObject({ commendationId: shortId }),
    stream: ({ commendationId }) => commendationStream(commendationId),
    data: (body) => body,
  });
}

export const COMMENDATION_COMMANDS = {
  NominateForCommendation: open('NominateForCommendation', {
    kind: 'commendation',
    route: 'POST /v1/commendations',
    right: 'commendation.nominate',
    summary: { vi: 'Đề nghị khen thưởng', en: 'Nominate for a commendation' },
    params: z.strictObject({}),
    body: nomination,
    stream: (_params, _body, ids) => commendationStream(ids.commendation()),
    data: (body) => body,
  }),
  RecordAwards: open('RecordAwards', {
    kind: 'commendation',
    route: 'POST /v1/commendations/reported',
    right: 'commendation.record',
    summary: {
      vi: 'Ghi nhận khen thưởng đã có theo nguồn',
      en: 'Record awards as a source reports them',
    },
    params: z.strictObject({}),
    body: reportedAwards,
    stream: (_params, _body, ids) => commendationStream(ids.commendation()),
    data: (body) => body,
  }),
  CompleteDossier: on('CompleteDossier', {
    action: 'dossier',
    right: 'commendation.nominate',
    summary: { vi: 'Nộp đủ hồ sơ đề nghị', en: 'Hand in the complete dossier' },
    body: dossier,
  }),
  ReturnDossier: on('ReturnDossier', {
    action: 'return',
    right: 'commendation.judge',
    summary: { vi: 'Trả lại hồ sơ đề nghị', en: 'Return the dossier' },
    body: why,
  }),
  AppraiseNomination: on('AppraiseNomination', {
    action: 'appraise',
    right: 'commendation.judge',
    summary: { vi: 'Thẩm định đề nghị khen thưởng', en: 'Appraise the nomination' },
    body: appraisal,
  }),
  GiveOpinion: on('GiveOpinion', {
    action: 'opinions',
    right: 'commendation.judge',
    summary: { vi: 'Cho ý kiến về đề nghị khen thưởng', en: 'Give an opinion on the nomination' },
    body: z.strictObject({ opinion: z.enum(['agree', 'disagree']), reason }),
  }),
  DecideCommendation: on('DecideCommendation', {
    action: 'decide',
    right: 'commendation.decide',
    summary: { vi: 'Quyết định khen thưởng', en: 'Decide the commendation' },
    body: z.strictObject({ number: line(60), date: localDate, signer: line(200), reason }),
  }),
  RefuseCommendation: on('RefuseCommendation', {
    action: 'refuse',
    right: 'commendation.decide',
    summary: { vi: 'Quyết định không khen thưởng', en: 'Refuse the commendation' },
    body: why,
  }),
  ConferAward: on('ConferAward', {
    action: 'confer',
    right: 'commendation.judge',
    summary: { vi: 'Trao tặng', en: 'Confer the award' },
    body: z.strictObject({ on: localDate, where: line(300), reason: proseOrNone(2_000) }),
  }),
  MakeAwardKnown: on('MakeAwardKnown', {
    action: 'announce',
    right: 'commendation.judge',
    summary: { vi: 'Công bố, thông báo kết quả khen thưởng', en: 'Make the award known' },
    body: z.strictObject({ on: localDate, how: prose(1_000) }),
  }),
  WithdrawNomination: on('WithdrawNomination', {
    action: 'withdraw',
    right: 'commendation.nominate',
    summary: { vi: 'Rút đề nghị khen thưởng', en: 'Withdraw the nomination' },
    body: why,
  }),
  RevokeCommendation: on('RevokeCommendation', {
    action: 'revoke',
    right: 'commendation.decide',
    summary: { vi: 'Hủy bỏ quyết định khen thưởng', en: 'Revoke the commendation' },
    body: z.strictObject({ reason, document: orNull(line(200)), reclaim: z.boolean() }),
  }),
  ReplanHeldStep: internal('ReplanHeldStep', 'commendation', {
    vi: 'Định lại các mức nhắc bị giữ của một bước khen thưởng',
    en: "Plan a commendation step's held rungs anew",
  }),
  RecordBar: open('RecordBar', {
    kind: 'bars',
    route: 'POST /v1/bars/{barId}',
    right: 'commendation.record',
    summary: {
      vi: 'Ghi nhận đơn vị đang bị kỷ luật hoặc thanh tra, kiểm tra',
      en: 'Record that a unit is under discipline or inspection',
    },
    params: z.strictObject({ barId: shortId }),
    body: bar,
    stream: () => BARS_STREAM,
    data: (body, { barId }) => ({ id: barId, ...body }),
  }),
  LiftBar: open('LiftBar', {
    kind: 'bars',
    route: 'POST /v1/bars/{barId}/lift',
    right: 'commendation.record',
    summary: { vi: 'Hết bị kỷ luật hoặc thanh tra, kiểm tra', en: 'Lift a bar' },
    params: z.strictObject({ barId: shortId }),
    body: z.strictObject({ on: localDate, reason }),
    stream: () => BARS_STREAM,
    data: (body, { barId }) => ({ id: barId, ...body }),
  }),
  ErasePersonalValue: open('ErasePersonalValue', {
    kind: 'erasure',
    route: 'POST /v1/personal/erase',
    right: 'personal.erase',
    summary: { vi: 'Xóa một dữ liệu cá nhân', en: 'Erase a personal value' },
    params: z.strictObject({}),
    body: z.strictObject({ token: personalToken, reason }),
    stream: () => ERASURE_STREAM,
    data: (body) => body,
  }),
  RecordHistories: internal('RecordHistories', 'histories', {
    vi: 'Ghi nhận lịch sử các lượt chạy đã đóng của máy quy trình',
    en: "Record the histories of the engine's closed runs",
  }),
  RecordBuild: internal('RecordBuild', 'histories', {
    vi: 'Ghi nhận một bản dựng của quy trình',
    en: 'Record a build of the workflows',
  }),
  RecordLoss: internal('RecordLoss', 'losses', {
    vi: 'Ghi nhận việc chấp nhận mất dòng sau khi khôi phục',
    en: 'Record that a loss after a restore was accepted',
  }),
  RecordAccess: internal('RecordAccess', 'access', {
    vi: 'Ghi nhận ai đã xem, tải dữ liệu gì',
    en: 'Record who read what',
  }),
};
