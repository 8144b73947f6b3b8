/** Topics by which events and commands travel between systems: named here and nowhere else. */
export const TOPICS = {
  /** Every entry of the ledger in its order: one partition, key = directive or stream. */
  events: 'dondoc.events.v1',
  /** Commands of other systems. */
  inbound: 'dondoc.inbound.v1',
  checkpoints: 'dondoc.checkpoints.v1',
} as const;
