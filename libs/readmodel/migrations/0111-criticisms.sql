-- What a person decided about a low rate of reports in time, with what the policy proposed.

CREATE TABLE read.criticisms (
  directive_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C" NOT NULL,
  decided jsonb NOT NULL,
  decided_by jsonb NOT NULL,
  decided_at read.instant NOT NULL,
  PRIMARY KEY (directive_id, unit, from_day, to_day)
);
