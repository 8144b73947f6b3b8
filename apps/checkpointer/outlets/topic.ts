/** Checkpoints on the topic `dondoc.checkpoints.v1`, for whoever follows the events and wants to hold us to them. */
import { createCheckpointPublisher, type CheckpointPublisher } from '../../../libs/bus';
import { kafkaSettings } from '../../../libs/process';
import type { Logger } from '../../../libs/service';
import type { Outlet } from '../outlet';

export function topicOutlet(brokers: readonly string[], logger: Logger): Outlet {
  const settings = kafkaSettings('checkpointer', brokers, logger);
  let publisher: CheckpointPublisher | null = null;
  const drop = async () => {
    const last = publisher;
    publisher = null;
    await last?.close().catch(() => undefined);
  };
  return {
    name: 'topic',
    async publish({ size, note }) {
      publisher ??= await createCheckpointPublisher(settings);
      try {
        await publisher.publish(size, note);
      } catch (thrown) {
        await drop();
        throw thrown;
      }
      return [];
    },
    close: drop,
  };
}
