-- Forms with all their versions, and which submission's figures counted since when: a corrected figure keeps the old
-- one as of then.

CREATE TABLE read.forms (
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  form jsonb NOT NULL,
  set_at read.instant NOT NULL,
  set_by text NOT NULL,
  PRIMARY KEY (directive_id, duty_id, version)
);

CREATE TABLE read.figures (
  obligation_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  recorded_at read.instant NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (obligation_id, seq)
);

-- A correction that awaits the receiver.
ALTER TABLE read.obligations ADD COLUMN correction integer;

CREATE TABLE read.indicators (
  directive_id text COLLATE "C" NOT NULL,
  indicator_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  indicator jsonb NOT NULL,
  defined_by jsonb NOT NULL,
  recorded_at read.instant NOT NULL,
  PRIMARY KEY (directive_id, indicator_id, version)
);
