/** Where a service's contents lie, from its configuration; and the word at its start when their object store is not as it should be. */
import { createS3ObjectStore } from '../content';
import { IN_POSTGRES, type ContentPlace, type Ledger } from '../ledger';
import { objectStoreOf, type Logger } from '../service';

/** A service whose configuration says nothing of it neither puts nor gets. */
export type ContentConfig = Parameters<typeof objectStoreOf>[0];

export function contentsOf(config: ContentConfig): ContentPlace {
  const settings = objectStoreOf(config);
  if (settings === null) return IN_POSTGRES;
  return { place: config.contentPlace ?? 'postgres', objects: createS3ObjectStore(settings) };
}

/** No service waits for it: what needs it is refused or waits, everything else goes on. */
export function tellOfContents(ledger: Pick<Ledger, 'probeContents'>, logger: Logger): void {
  ledger.probeContents().then(
    (outside) => {
      if (outside) logger.info('the S3 server of the contents answers');
    },
    (err: unknown) => logger.error({ err }, 'the S3 server of the contents is not as it should be'),
  );
}
