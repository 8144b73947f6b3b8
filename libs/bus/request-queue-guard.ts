/**
 * Mends a fault of kafkajs 2.2.4: a connection with nothing to send sets a timer of minus some 1.7e12 ms, again and
 * again, which fires every millisecond for ever. With the guard a timer is set only when something waits for it.
 */
import RequestQueue = require('kafkajs/src/network/requestQueue');

let guarded = false;

export function guardRequestQueue(): void {
  if (guarded) return;
  guarded = true;
  const { prototype } = RequestQueue;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
