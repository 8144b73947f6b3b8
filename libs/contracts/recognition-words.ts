/** The codes of recognition in the office's words, and shares as they are told: a bound stays a bound. */
import type {
  Bound,
  Comparator,
  RecognitionDay,
  RecognitionShare,
  RecognitionSubjectKind,
  SubjectStatus,
  SubjectStep,
  SubjectTrait,
  Text,
  Timeliness,
} from '../domain';

const say = (vi: string, en: string): Text => ({ vi, en });

export const RECOGNITION_SUBJECT_KIND: Record<RecognitionSubjectKind, Text> = {
  residentialArea: say('khu dân cư', 'residential area'),
  commune: say('xã, phường, đặc khu', 'commune'),
  agency: say('cơ quan', 'agency'),
  enterprise: say('doanh nghiệp', 'enterprise'),
  educationalInstitution: say('cơ sở giáo dục', 'educational institution'),
};

export const SUBJECT_TRAIT: Record<SubjectTrait, Text> = {
  armedForces: say('lực lượng vũ trang', 'armed forces'),
  smallOrMicroEnterprise: say('doanh nghiệp nhỏ, siêu nhỏ', 'small or micro enterprise'),
  primaryOrPreSchool: say('tiểu học, mầm non, nhà trẻ', 'primary or pre-school'),
};

export const SUBJECT_STATUS: Record<SubjectStatus, Text> = {
  none: say('chưa đăng ký', 'not registered'),
  registered: say('đã đăng ký', 'registered'),
  submitted: say('đã nộp hồ sơ', 'dossier submitted'),
  returned: say('hồ sơ bị trả lại', 'dossier returned'),
  appraised: say('đã thẩm định', 'appraised'),
  met: say('đạt', 'met'),
  notMet: say('chưa đạt', 'not met'),
  revoked: say('đã thu hồi công nhận', 'recognition revoked'),
};

export const RECOGNITION_DAY: Record<RecognitionDay, Text> = {
  registrationReminder: say('Nhắc đăng ký', 'Reminder to register'),
  registrationEnds: say('Ngày cuối đăng ký', 'Last day to register'),
  dossierReminder: say('Nhắc nộp hồ sơ', 'Reminder of the dossier'),
  decisionDue: say('Ngày cuối quyết định', 'Last day to decide'),
  decisionOverdue: say('Đã qua ngày quyết định', 'The day to decide has passed'),
};

const SUBJECT_STEP: Record<SubjectStep, Text> = {
  RegisterForRecognition: say('đăng ký phấn đấu', 'register'),
  SubmitRecognitionDossier: say('nộp hồ sơ', 'submit the dossier'),
  AppraiseRecognitionDossier: say('thẩm định hồ sơ', 'appraise the dossier'),
  ReturnRecognitionDossier: say('trả lại hồ sơ', 'return the dossier'),
  DecideMet: say('quyết định đạt', 'decide “met”'),
  DecideNotMet: say('quyết định chưa đạt', 'decide “not met”'),
  DecideNoDossier: say(
    'quyết định chưa đạt vì không có hồ sơ',
    'decide “not met” for want of a dossier',
  ),
  RevokeRecognition: say('thu hồi công nhận', 'revoke the recognition'),
};

const COMPARATOR: Record<Comparator, Text> = {
  '>': say('trên', 'more than'),
  '>=': say('từ', 'at least'),
  '=': say('đúng', '='),
  '<=': say('không quá', 'at most'),
  '<': say('dưới', 'less than'),
};

export const TIMELINESS: Record<Timeliness['judged'], Text> = {
  inTime: say('đúng thời gian', 'in time'),
  early: say('sớm', 'early'),
  late: say('muộn', 'late'),
  notJudged: say('bản lưu không có thời gian quy định', 'our copy has no such window'),
};

/** `97,5 %` of 9,750 hundredths of a percent: no digit is dropped, and none that is not needed shown. */
export function percentText(basisPoints: number, language: 'vi' | 'en'): string {
  const hundredths = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = (basisPoints - (basisPoints % 100)) / 100;
  const digits = hundredths === '' ? '' : `${language === 'vi' ? ',' : '.'}${hundredths}`;
  return `${whole}${digits} %`;
}

/** `trên 95 %` */
export function boundText({ comparator, basisPoints }: Bound): Text {
  const { vi, en } = COMPARATOR[comparator];
  return say(`${vi} ${percentText(basisPoints, 'vi')}`, `${en} ${percentText(basisPoints, 'en')}`);
}

/** As it is told: of a bound no percentage is made. */
export function shareText(share: RecognitionShare): Text {
  if (share.kind === 'bound') return boundText(share);
  return say(`${share.met}/${share.of}`, `${share.met}/${share.of}`);
}

/** Statuses whose codes no other machine has. */
const { registered, appraised, met, notMet } = SUBJECT_STATUS;

export const RECOGNITION_WORDS: { readonly [code: string]: Text } = {
  ...RECOGNITION_SUBJECT_KIND,
  ...SUBJECT_TRAIT,
  ...SUBJECT_STEP,
  ...{ registered, appraised, met, notMet },
  ...Object.fromEntries(
    Object.entries(SUBJECT_STATUS).map(([status, text]) => [`recognition.${status}`, text]),
  ),
};
