-- The read model: what the ledger says, laid out for questions. Every table can be emptied and filled again from the
-- ledger. Instants are text of one form (2018-12-18T10:00:00.000Z), so that their order is their order in time.
-- Nothing here asks a clock: standings are derived for the instant that is asked about.

CREATE DOMAIN read.instant AS text COLLATE "C"
  CHECK (VALUE ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$');

-- Directives and their duties ----------------------------------------------------------------------------------

CREATE TABLE read.directives (
  directive_id text COLLATE "C" PRIMARY KEY,
  status text NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  -- As issued; before that as the text states it.
  symbol text,
  -- The form in which two spellings of one symbol are equal.
  symbol_key text COLLATE "C",
  number integer,
  issued_on text COLLATE "C",
  issued_at read.instant,
  signer jsonb NOT NULL,
  urgency text,
  draft jsonb NOT NULL,
  differences jsonb NOT NULL DEFAULT '[]',
  warnings jsonb NOT NULL DEFAULT '[]',
  corrections jsonb NOT NULL DEFAULT '[]',
  superseded_by text,
  late_addressees jsonb NOT NULL DEFAULT '[]',
  -- Periods of the reports asked for outside the cadence: req-1, req-2 …
  requested jsonb NOT NULL DEFAULT '[]',
  registered_at read.instant NOT NULL,
  last_seq bigint NOT NULL
);
CREATE INDEX directives_symbol ON read.directives (symbol_key);
CREATE INDEX directives_registered ON read.directives (registered_at, directive_id);

CREATE TABLE read.duties (
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  duty jsonb NOT NULL,
  revision integer NOT NULL,
  missing jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (directive_id, duty_id)
);

-- Rounds to open: planned and not yet fallen due; one per duty, and one per report asked for.
CREATE TABLE read.planned_rounds (
  directive_id text COLLATE "C" NOT NULL,
  plan_key text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  period_id text COLLATE "C" NOT NULL,
  period jsonb NOT NULL,
  opens_at read.instant NOT NULL,
  PRIMARY KEY (directive_id, plan_key)
);

-- Rounds, their shards, due times and rungs --------------------------------------------------------------------

CREATE TABLE read.rounds (
  round_id text COLLATE "C" PRIMARY KEY,
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  period_id text COLLATE "C" NOT NULL,
  period jsonb NOT NULL,
  title jsonb NOT NULL,
  heading jsonb,
  status text NOT NULL,
  due_at read.instant,
  provisional boolean NOT NULL DEFAULT false,
  missing jsonb NOT NULL DEFAULT '[]',
  convened_at read.instant,
  opened_at read.instant,
  closed_at read.instant
);
CREATE INDEX rounds_of_directive ON read.rounds (directive_id, duty_id, period_id);
CREATE INDEX rounds_by_due ON read.rounds (coalesce(due_at, '9999-12-31T00:00:00.000Z'), round_id);

CREATE FUNCTION read.plan_key(directive text, duty text, period text) RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE WHEN (SELECT requested ? period FROM read.directives WHERE directive_id = directive)
    THEN duty || '~' || period ELSE duty END;

CREATE TABLE read.shards (
  round_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  status text NOT NULL,
  late boolean NOT NULL,
  units integer NOT NULL,
  opened_at read.instant NOT NULL,
  closed_at read.instant,
  PRIMARY KEY (round_id, shard)
);

CREATE TABLE read.schedules (
  round_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  schedule_id text COLLATE "C" NOT NULL,
  due_at read.instant NOT NULL,
  provisional boolean NOT NULL,
  derivation jsonb NOT NULL,
  calendar_version text NOT NULL,
  policies jsonb NOT NULL,
  PRIMARY KEY (round_id, shard, schedule_id)
);

CREATE TABLE read.rungs (
  round_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  schedule_id text COLLATE "C" NOT NULL,
  rung text COLLATE "C" NOT NULL,
  at read.instant NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL,
  state text NOT NULL DEFAULT 'planned',
  issued_at read.instant,
  issued integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  PRIMARY KEY (round_id, shard, schedule_id, rung)
);
CREATE INDEX rungs_planned ON read.rungs (at) WHERE state = 'planned';

CREATE TABLE read.letters (
  round_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  rung text NOT NULL,
  drafted_at read.instant NOT NULL,
  units jsonb NOT NULL,
  issued jsonb,
  PRIMARY KEY (round_id, shard, letter_id)
);

-- Obligations --------------------------------------------------------------------------------------------------

CREATE TABLE read.obligations (
  obligation_id text COLLATE "C" PRIMARY KEY,
  round_id text COLLATE "C" NOT NULL,
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  period_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  superior text,
  status text NOT NULL,
  round_status text NOT NULL,
  schedule_id text NOT NULL,
  due_at read.instant,
  submissions integer NOT NULL DEFAULT 0,
  submitted_at read.instant,
  accepted_submission integer,
  accepted_at read.instant,
  -- Effective time of the submission that decides timeliness: the accepted one, else the one that waits.
  decides_at read.instant,
  extension jsonb,
  extensions integer NOT NULL DEFAULT 0,
  substitute jsonb,
  paper jsonb,
  explanation_asked_at read.instant,
  explanation_given_at read.instant,
  -- When the last change was recorded: the axis of the history below.
  changed_at read.instant NOT NULL
);
CREATE INDEX obligations_of_round ON read.obligations (round_id, shard, unit);
CREATE INDEX obligations_of_unit ON read.obligations (unit, directive_id);
CREATE INDEX obligations_of_directive ON read.obligations (directive_id);

-- One row per change of what the standing depends on: a report "as of" a past instant reads it. Kept by a trigger,
-- so that no projection can forget it.
CREATE TABLE read.obligation_history (
  obligation_id text COLLATE "C" NOT NULL,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  directive_id text COLLATE "C" NOT NULL,
  changed_at read.instant NOT NULL,
  status text NOT NULL,
  round_status text NOT NULL,
  due_at read.instant,
  decides_at read.instant,
  PRIMARY KEY (obligation_id, changed_at, ordinal)
);
CREATE INDEX obligation_history_of_directive ON read.obligation_history (directive_id, changed_at);

CREATE FUNCTION read.keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (NEW.status, NEW.round_status, NEW.due_at, NEW.decides_at)
     IS DISTINCT FROM (OLD.status, OLD.round_status, OLD.due_at, OLD.decides_at) THEN
    INSERT INTO read.obligation_history
      (obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at)
    VALUES (NEW.obligation_id, NEW.directive_id, NEW.changed_at, NEW.status, NEW.round_status, NEW.due_at,
            NEW.decides_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON read.obligations
  FOR EACH ROW EXECUTE FUNCTION read.keep_history();

-- One of the four official buckets (QĐ 42/2014, QĐ 23/2018), or outside them; the same rule as standingOf in the domain,
-- which a law test compares.
CREATE FUNCTION read.standing(status text, round_status text, due_at text, decides_at text, now text)
  RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN status IN ('waived', 'notApplicable', 'cancelled') THEN status
    WHEN status <> 'accepted' AND round_status IN ('cancelled', 'suspended') THEN round_status
    WHEN due_at IS NULL THEN 'noDueDate'
    WHEN coalesce(decides_at, now) COLLATE "C" <= due_at COLLATE "C"
      THEN CASE status WHEN 'accepted' THEN 'doneOnTime' ELSE 'openOnTime' END
    ELSE CASE status WHEN 'accepted' THEN 'doneLate' ELSE 'openLate' END
  END;

CREATE TABLE read.submissions (
  obligation_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  effective_at read.instant NOT NULL,
  received_at read.instant NOT NULL,
  by_unit text NOT NULL,
  substitute_for text,
  channel text NOT NULL,
  after_closing boolean NOT NULL,
  state text NOT NULL,
  report jsonb NOT NULL,
  PRIMARY KEY (obligation_id, ordinal)
);

-- What every rung of the ladder came to for every obligation: exactly one row each.
CREATE TABLE read.rung_outcomes (
  obligation_id text COLLATE "C" NOT NULL,
  schedule_id text COLLATE "C" NOT NULL,
  rung text COLLATE "C" NOT NULL,
  directive_id text COLLATE "C" NOT NULL,
  round_id text COLLATE "C" NOT NULL,
  shard integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  outcome text NOT NULL,
  reason text,
  -- The deployment's instant when it was really issued.
  issued_at read.instant,
  letter text,
  recorded_at read.instant NOT NULL,
  PRIMARY KEY (obligation_id, schedule_id, rung)
);
CREATE INDEX rung_outcomes_of_directive ON read.rung_outcomes (directive_id, outcome);

-- Timeline, register, assumptions ------------------------------------------------------------------------------

CREATE TABLE read.timeline (
  seq bigint PRIMARY KEY,
  entry_id text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  type text NOT NULL,
  directive_id text COLLATE "C",
  round_id text COLLATE "C",
  unit text COLLATE "C",
  at read.instant NOT NULL,
  recorded_at read.instant NOT NULL,
  actor jsonb NOT NULL,
  rejection jsonb,
  data jsonb NOT NULL
);
CREATE INDEX timeline_of_directive ON read.timeline (directive_id, seq);
CREATE INDEX timeline_of_round ON read.timeline (round_id, seq) WHERE round_id IS NOT NULL;

-- The register of outgoing and incoming documents (sổ đăng ký văn bản đi, đến).
CREATE TABLE read.documents (
  document_id text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  number text,
  dated text,
  -- Null: as the round's heading says, the standing body and the receivers.
  from_unit text,
  to_units jsonb,
  signer text,
  summary jsonb NOT NULL,
  directive_id text COLLATE "C" NOT NULL,
  round_id text COLLATE "C",
  obligation_id text COLLATE "C",
  submission integer,
  at read.instant NOT NULL,
  state text NOT NULL
);
CREATE INDEX documents_in_order ON read.documents (at, document_id);
CREATE INDEX documents_of_obligation ON read.documents (obligation_id, submission);

CREATE TABLE read.assumptions (
  assumption_id text COLLATE "C" PRIMARY KEY,
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  code text NOT NULL,
  policy text,
  source text NOT NULL,
  text jsonb NOT NULL,
  periods jsonb NOT NULL,
  first_at read.instant NOT NULL,
  first_seq bigint NOT NULL
);

-- Organisation, rules, calendars, deliveries -------------------------------------------------------------------

CREATE TABLE read.units (
  unit_id text COLLATE "C" PRIMARY KEY,
  name jsonb NOT NULL,
  parent text,
  kind text,
  role_classes jsonb NOT NULL,
  ended_on text,
  -- Names and aliases of all times without accents and case.
  search text NOT NULL,
  record jsonb NOT NULL
);

CREATE TABLE read.policies (
  policy_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  withdrawn_on text,
  PRIMARY KEY (policy_id, version)
);

CREATE TABLE read.calendars (
  calendar_id text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  revision integer NOT NULL,
  source text NOT NULL,
  days jsonb NOT NULL,
  PRIMARY KEY (calendar_id, year)
);

CREATE TABLE read.deliveries (
  stream text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  directive_id text COLLATE "C" NOT NULL,
  round_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  recipient text NOT NULL,
  channel text NOT NULL,
  about text NOT NULL,
  causes jsonb NOT NULL,
  outcome text NOT NULL,
  attempts integer NOT NULL,
  at read.instant NOT NULL,
  detail text,
  seq bigint NOT NULL,
  PRIMARY KEY (stream, message_id, unit)
);

-- What time itself will do next: rounds to open and rungs to be reached.
CREATE VIEW read.upcoming AS
  SELECT p.opens_at AS at, 'roundOpens' AS kind, p.directive_id, p.duty_id, p.period_id, p.period,
         NULL::text AS round_id, NULL::integer AS shard, NULL::text AS schedule_id, NULL::text AS rung,
         NULL::text AS rung_kind, NULL::text AS audience
  FROM read.planned_rounds AS p JOIN read.directives AS d USING (directive_id)
  WHERE d.status = 'issued'
  UNION ALL
  SELECT g.at, 'rung', r.directive_id, r.duty_id, r.period_id, r.period, g.round_id, g.shard, g.schedule_id, g.rung,
         g.kind, g.audience
  FROM read.rungs AS g JOIN read.rounds AS r USING (round_id)
  WHERE g.state = 'planned' AND r.status = 'open';

GRANT SELECT ON ALL TABLES IN SCHEMA read TO dondoc_api, dondoc_notifier, dondoc_reactor;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA read TO dondoc_projector;
REVOKE ALL ON FUNCTION read.keep_history(), read.plan_key(text, text, text), read.standing(text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read.standing(text, text, text, text, text) TO dondoc_api, dondoc_projector, dondoc_notifier;
GRANT EXECUTE ON FUNCTION read.keep_history(), read.plan_key(text, text, text) TO dondoc_projector;
