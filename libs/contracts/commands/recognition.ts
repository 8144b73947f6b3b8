/** Commands about recognition: each is of one body that decides and one calendar year. */
import { z } from 'zod';
import { recognitionStream } from '../../domain';
import type { RecognitionCommand, Text } from '../../domain';
import {
  appraisal,
  classifying,
  delegation,
  dossier,
  knownResult,
  ofUnit,
  registration,
  registrationCall,
  ruling,
  target,
} from '../schemas/recognition';
import { shortId } from '../schemas/text';
import type { Right } from './rights';
import { open, type DataOf } from './row';

const params = z.strictObject({
  authority: shortId,
  year: z.coerce.number<string | number>().int().min(1990).max(2199),
});

type RecognitionType = Exclude<RecognitionCommand['type'], 'WakeUp'>;
type Ask<T extends RecognitionType> = {
  action: string;
  right: Right;
  summary: Text;
  body: z.ZodType<DataOf<T>>;
};

/** A command whose body is its data. */
function on<T extends RecognitionType>(type: T, { action, ...row }: Ask<T>) {
  return open(type, {
    ...row,
    kind: 'recognition',
    route: `POST /v1/recognition/{authority}/{year}/${action}`,
    params,
    stream: ({ authority, year }) => recognitionStream(authority, year),
    data: (body) => body,
  });
}

export const RECOGNITION_COMMANDS = {
  CallForRegistration: on('CallForRegistration', {
    action: 'calls',
    right: 'recognition.record',
    summary: {
      vi: 'Phát động đăng ký: các đơn vị được yêu cầu, cơ quan thường trực của năm',
      en: 'Call upon units to register, and name the standing body of the year',
    },
    body: registrationCall,
  }),
  RegisterForRecognition: on('RegisterForRecognition', {
    action: 'registrations',
    right: 'recognition.hand-in',
    summary: {
      vi: 'Đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự”',
      en: 'Register to strive for recognition',
    },
    body: registration,
  }),
  SubmitRecognitionDossier: on('SubmitRecognitionDossier', {
    action: 'dossiers',
    right: 'recognition.hand-in',
    summary: { vi: 'Nộp hồ sơ đề nghị công nhận', en: 'Submit the dossier for recognition' },
    body: dossier,
  }),
  AppraiseRecognitionDossier: on('AppraiseRecognitionDossier', {
    action: 'appraisals',
    right: 'recognition.appraise',
    summary: { vi: 'Thẩm định hồ sơ công nhận', en: 'Appraise a dossier for recognition' },
    body: appraisal,
  }),
  ReturnRecognitionDossier: on('ReturnRecognitionDossier', {
    action: 'returns',
    right: 'recognition.appraise',
    summary: { vi: 'Trả lại hồ sơ công nhận', en: 'Return a dossier for recognition' },
    body: ofUnit,
  }),
  DecideRecognition: on('DecideRecognition', {
    action: 'decisions',
    right: 'recognition.decide',
    summary: {
      vi: 'Quyết định công nhận: đạt, chưa đạt',
      en: 'Decide who is recognised and who is not',
    },
    body: ruling,
  }),
  DelegateRecognition: on('DelegateRecognition', {
    action: 'delegation',
    right: 'recognition.decide',
    summary: { vi: 'Ủy quyền công nhận cho cấp dưới', en: 'Let the level below decide' },
    body: delegation,
  }),
  RevokeRecognition: on('RevokeRecognition', {
    action: 'revocations',
    right: 'recognition.decide',
    summary: { vi: 'Thu hồi, hủy việc công nhận', en: 'Revoke a recognition' },
    body: ofUnit,
  }),
  RecordRecognitionResult: on('RecordRecognitionResult', {
    action: 'results',
    right: 'recognition.tell',
    summary: {
      vi: 'Ghi nhận kết quả công nhận mà nguồn khác nêu',
      en: 'Record a result of recognition known from elsewhere',
    },
    body: knownResult,
  }),
  SetRecognitionTarget: on('SetRecognitionTarget', {
    action: 'target',
    right: 'recognition.tell',
    summary: { vi: 'Ghi nhận chỉ tiêu công nhận của năm', en: "Set the year's target" },
    body: target,
  }),
  ClassifyUnit: on('ClassifyUnit', {
    action: 'classifications',
    right: 'recognition.record',
    summary: { vi: 'Phân loại một đơn vị', en: 'Classify a unit' },
    body: classifying,
  }),
};
