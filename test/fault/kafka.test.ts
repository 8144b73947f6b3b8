/** The rows of Kafka and of those who read from it. */
import { playRows } from './play-rows';
import { KAFKA } from './rows/kafka';

playRows({ deploymentId: 'faults-kafka', kafka: true }, KAFKA);
