/** A concluded directive whose archive has its clock. */
import { ISSUED_AT, issued } from './directive-07';

const archive = {
  dueOn: '2015-12-31',
  dueAt: '2015-12-31T17:00:00.000Z',
  remindAt: '2015-12-01T01:00:00.000Z',
  policy: 'archive-2020@1',
  source: 'Nghị định 30/2020/NĐ-CP',
  assumptions: [],
};

export function concludedForArchive() {
  const scene = issued();
  scene.ask('ConcludeDirective', { reason: 'xong' }, { at: ISSUED_AT, plan: { archive } });
  return scene;
}
