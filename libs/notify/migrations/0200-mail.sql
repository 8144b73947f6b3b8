-- Mail on its way. An item is one notice for one recipient, written with the notifier's cursor; items of one recipient
-- and instant become one message; each round a message speaks of gets a report of what became of it. No address, name
-- of a person or text of a message is kept here: addresses are `pii:` tokens, texts are composed anew from the items.

CREATE TABLE work.mail_messages (
  -- sha256 over recipient, instant and content: a repeat is recognised by whoever receives it.
  message_id text COLLATE "C" PRIMARY KEY,
  recipient text COLLATE "C" NOT NULL,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  instant timestamptz NOT NULL,
  -- The message's Date: the deployment's instant when it was composed, the same in every try.
  dated timestamptz NOT NULL,
  -- planned -> sending -> sent | failed | suppressed; sending -> planned when a try may be repeated.
  state text NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'suppressed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- Wall time: retries do not wait for a drill's clock.
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The deployment's instant of the final outcome.
  outcome_at timestamptz,
  -- A code, never what the server said about an address: `smtp 550 5.1.1`.
  detail text,
  CONSTRAINT mail_messages_outcome_is_dated
    CHECK ((state IN ('sent', 'failed', 'suppressed')) = (outcome_at IS NOT NULL))
);
CREATE INDEX mail_messages_waiting ON work.mail_messages (next_try_at) WHERE state IN ('planned', 'sending');

CREATE TABLE work.mail_items (
  -- The ledger entry it comes from.
  entry text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  -- `pii:` token, or `none:{unit}` for a unit without a contact.
  recipient text COLLATE "C" NOT NULL,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  instant timestamptz NOT NULL,
  -- The round's stream.
  round text COLLATE "C" NOT NULL,
  about text NOT NULL,
  notice json NOT NULL,
  planned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  message_id text COLLATE "C" REFERENCES work.mail_messages,
  PRIMARY KEY (entry, unit, recipient)
);
CREATE INDEX mail_items_waiting ON work.mail_items (instant) WHERE message_id IS NULL;
CREATE INDEX mail_items_of_message ON work.mail_items (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE work.mail_reports (
  message_id text COLLATE "C" NOT NULL REFERENCES work.mail_messages,
  round text COLLATE "C" NOT NULL,
  -- The RecordDeliveries command it is part of: fixed before it is asked, so that asking again changes nothing.
  command_id text COLLATE "C",
  asked_at timestamptz,
  PRIMARY KEY (message_id, round)
);
CREATE INDEX mail_reports_unasked ON work.mail_reports (round, message_id) WHERE asked_at IS NULL;

-- Mail that was never attempted, or whose outcome is not yet on its way into the ledger: with any left, a deployment
-- is not drained. Retries run on the wall clock and do not count.
CREATE FUNCTION work.mail_never_attempted() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
  RETURN (SELECT count(*) FROM work.mail_items WHERE message_id IS NULL)
       + (SELECT count(*) FROM work.mail_messages
          WHERE state = 'planned' AND attempts = 0 OR state = 'sending' AND attempts <= 1)
       + (SELECT count(*) FROM work.mail_reports WHERE asked_at IS NULL);

GRANT SELECT, INSERT, UPDATE ON work.mail_messages, work.mail_items, work.mail_reports TO dondoc_notifier;
REVOKE ALL ON FUNCTION work.mail_never_attempted() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION work.mail_never_attempted()
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;
