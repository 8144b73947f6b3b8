-- Least privilege: the worker alone appends to the book; nobody may change it. Whoever accepts commands may put them
-- into the tray; outcomes and wake-ups are the worker's.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA work, ledger FROM PUBLIC;

GRANT USAGE ON SCHEMA ledger, work
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;
GRANT SELECT ON ledger.entries, work.deployment, work.cursors, work.wakeups
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;
GRANT EXECUTE ON FUNCTION work.instant(timestamptz), work.deployment_now()
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;

GRANT INSERT ON ledger.entries TO dondoc_worker;

-- Accepting: by HTTP (api), from other systems (relay), from our own events (reactor), about deliveries (notifier).
GRANT SELECT, INSERT ON work.command_log TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_reactor, dondoc_notifier;
GRANT EXECUTE ON FUNCTION work.drawer(text), work.enter_trays(text[])
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_reactor, dondoc_notifier;
-- Counting what is undecided says when everything is drained.
GRANT SELECT (id, stream, decided_at) ON work.command_log TO dondoc_projector;

GRANT UPDATE (decided_at, accepted, rejection, seq, version, events) ON work.command_log TO dondoc_worker;
GRANT INSERT, UPDATE, DELETE ON work.wakeups TO dondoc_worker;
GRANT EXECUTE ON FUNCTION work.instant_before_trays(text[]) TO dondoc_worker;

GRANT INSERT, UPDATE ON work.cursors TO dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;
GRANT SELECT, INSERT, UPDATE, DELETE ON work.leases
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;

GRANT EXECUTE ON FUNCTION work.tell_clock(timestamptz) TO dondoc_api, dondoc_worker;

GRANT SELECT, INSERT ON work.content TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_notifier;
GRANT SELECT, INSERT, UPDATE ON work.erasable TO dondoc_api;
GRANT SELECT, INSERT ON work.erasable TO dondoc_relay;
GRANT SELECT ON work.erasable TO dondoc_notifier;
GRANT SELECT ON work.dead_letters TO dondoc_api;
GRANT SELECT, INSERT ON work.dead_letters TO dondoc_relay, dondoc_reactor, dondoc_notifier;

-- The read schema is the projector's to fill and the api's to read; its tables come with the read model's migrations.
GRANT USAGE ON SCHEMA read TO dondoc_api, dondoc_projector, dondoc_notifier, dondoc_reactor;
ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT SELECT ON TABLES TO dondoc_api, dondoc_notifier, dondoc_reactor;
ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO dondoc_projector;
