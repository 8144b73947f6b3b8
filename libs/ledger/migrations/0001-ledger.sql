-- The book of decisions and its surroundings. `ledger` is written by INSERT only; `work` holds ordinary tables;
-- `read` belongs to the projector, whose library brings its own migrations.

CREATE SCHEMA ledger;
CREATE SCHEMA read;

-- One form for every instant that leaves the database: 2018-12-18T10:00:00.000Z.
CREATE FUNCTION work.instant(moment timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The deployment's stamp ---------------------------------------------------------------------------------------

CREATE TABLE work.deployment (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id text NOT NULL CHECK (id <> ''),
  mode text NOT NULL CHECK (mode IN ('drill', 'live')),
  clock text NOT NULL CHECK (clock IN ('wall', 'told')),
  seed text,
  told_now timestamptz,
  CONSTRAINT live_keeps_wall_time CHECK (mode = 'drill' OR (clock = 'wall' AND seed IS NULL)),
  CONSTRAINT drill_has_a_seed CHECK (mode = 'live' OR seed IS NOT NULL),
  CONSTRAINT wall_is_not_told CHECK (clock = 'told' OR told_now IS NULL)
);

CREATE FUNCTION work.deployment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed boolean := true;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    changed := (NEW.id, NEW.mode, NEW.clock, NEW.seed) IS DISTINCT FROM (OLD.id, OLD.mode, OLD.clock, OLD.seed);
  END IF;
  IF changed THEN
    RAISE EXCEPTION 'the stamp of a deployment never changes: a drill cannot become a live system'
      USING ERRCODE = 'DD001';
  END IF;
  IF NEW.told_now < OLD.told_now THEN
    RAISE EXCEPTION 'the told clock never goes back: it stands at %', work.instant(OLD.told_now)
      USING ERRCODE = 'DD002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deployment_stays BEFORE UPDATE OR DELETE ON work.deployment
  FOR EACH ROW EXECUTE FUNCTION work.deployment_stays();
CREATE TRIGGER deployment_is_not_emptied BEFORE TRUNCATE ON work.deployment
  FOR EACH STATEMENT EXECUTE FUNCTION work.deployment_stays();

-- The deployment's one clock, in whole milliseconds.
CREATE FUNCTION work.deployment_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE stamp work.deployment;
BEGIN
  SELECT * INTO stamp FROM work.deployment;
  IF stamp.clock = 'wall' THEN
    RETURN date_trunc('milliseconds', clock_timestamp());
  END IF;
  IF stamp.told_now IS NULL THEN
    RAISE EXCEPTION 'this drill has a told clock and nobody has told it a time yet'
      USING ERRCODE = 'DD003', HINT = 'Tell the clock its first instant before anything is recorded.';
  END IF;
  RETURN stamp.told_now;
END $$;

CREATE FUNCTION work.tell_clock(instant timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE told timestamptz;
BEGIN
  UPDATE work.deployment SET told_now = date_trunc('milliseconds', instant) WHERE clock = 'told'
    RETURNING told_now INTO told;
  IF told IS NULL THEN
    RAISE EXCEPTION 'this deployment keeps wall time and cannot be told the time' USING ERRCODE = 'DD004';
  END IF;
  PERFORM pg_notify('dondoc_clock', work.instant(told));
  RETURN told;
END $$;

-- The book -----------------------------------------------------------------------------------------------------

CREATE TABLE ledger.entries (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  stream text COLLATE "C" NOT NULL CHECK (stream <> ''),
  version integer NOT NULL CHECK (version > 0),
  id text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  -- Canonical JSON (RFC 8785): UTF-8 of this text is the Merkle leaf and the Kafka value.
  bytes text NOT NULL CHECK (octet_length(bytes) <= 61440),
  hash text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT entries_stream_version_key UNIQUE (stream, version),
  CONSTRAINT entries_id_is_stream_and_version CHECK (id = stream || '@' || version)
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % is refused', TG_OP
    USING ERRCODE = 'DD005', HINT = 'Record a correction as a new entry.';
END $$;
CREATE TRIGGER entries_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.entries ENABLE ALWAYS TRIGGER entries_never_change;

-- The tray -----------------------------------------------------------------------------------------------------

CREATE TABLE work.command_log (
  id text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  stream text COLLATE "C" NOT NULL CHECK (stream <> ''),
  type text NOT NULL,
  data json NOT NULL,
  plan json,
  actor json NOT NULL,
  caused_by text,
  received_at timestamptz NOT NULL,
  effective_at timestamptz NOT NULL,
  -- SHA-256 over what the sender determined: tells a repeat from another command under the same id.
  content_hash text NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  idempotency_key text COLLATE "C",
  body_hash text,
  decided_at timestamptz,
  accepted boolean,
  rejection json,
  seq bigint,
  version integer,
  events text[],
  CONSTRAINT command_log_key_is_per_actor UNIQUE (actor_id, idempotency_key),
  CONSTRAINT command_log_outcome_is_whole CHECK (
    (decided_at IS NULL AND accepted IS NULL AND seq IS NULL AND version IS NULL AND events IS NULL AND rejection IS NULL)
    OR (decided_at IS NOT NULL AND accepted IS NOT NULL AND seq IS NOT NULL AND version IS NOT NULL
        AND events IS NOT NULL AND accepted = (rejection IS NULL)))
);
CREATE INDEX command_log_waiting ON work.command_log (stream, effective_at, received_at, id)
  WHERE decided_at IS NULL;

-- Whoever accepts holds a share of the tray until commit; whoever looks reads the clock first and then waits for the
-- shares given out before: so no command received by that instant is missing from what is read next.
-- 512 drawers, so that a group of thousands of streams does not exhaust the lock table.
CREATE FUNCTION work.drawer(stream text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
  RETURN (hashtextextended(stream, 7406) & 511)::integer;

CREATE FUNCTION work.enter_trays(streams text[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE drawer integer;
BEGIN
  FOR drawer IN SELECT DISTINCT work.drawer(s) FROM unnest(streams) s ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock_shared(7406001, drawer);
  END LOOP;
END $$;

CREATE FUNCTION work.instant_before_trays(streams text[]) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE drawer integer; moment timestamptz := work.deployment_now();
BEGIN
  FOR drawer IN SELECT DISTINCT work.drawer(s) FROM unnest(streams) s ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(7406001, drawer);
  END LOOP;
  RETURN moment;
END $$;

CREATE TABLE work.wakeups (
  stream text COLLATE "C" PRIMARY KEY,
  next_at timestamptz,
  queue text COLLATE "C",
  -- Set (wall time) while a run gives way to its successor: wakes are held meanwhile.
  leaving_at timestamptz
);
CREATE INDEX wakeups_due ON work.wakeups (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE work.cursors (
  consumer text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL CHECK (seq >= 0),
  moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE work.leases (
  name text COLLATE "C" PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL
);

-- Contents -----------------------------------------------------------------------------------------------------

CREATE TABLE work.content (
  sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 = encode(sha256(bytes), 'hex')),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size = octet_length(bytes)),
  bytes bytea NOT NULL
);

CREATE TABLE work.erasable (
  token text COLLATE "C" PRIMARY KEY,
  salt bytea,
  value text,
  erased_at timestamptz,
  CONSTRAINT erasable_is_kept_or_erased CHECK (
    (erased_at IS NULL AND salt IS NOT NULL AND value IS NOT NULL)
    OR (erased_at IS NOT NULL AND salt IS NULL AND value IS NULL))
);

CREATE TABLE work.dead_letters (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  bytes bytea NOT NULL,
  reason text NOT NULL,
  arrived_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
