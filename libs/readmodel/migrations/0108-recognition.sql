-- Recognition: one body that decides, one calendar year. Rates are not stored: they are counted from the subjects.

CREATE TABLE read.recognition_years (
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  -- The last one set, with how it is known.
  target jsonb,
  delegation jsonb,
  PRIMARY KEY (authority, year)
);

CREATE TABLE read.recognition_subjects (
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  trait text,
  status text NOT NULL,
  reference text NOT NULL,
  registered_on text COLLATE "C" NOT NULL,
  registration jsonb NOT NULL,
  -- The norm that the last of its events named.
  norm jsonb NOT NULL,
  dossier jsonb,
  proposal text,
  reasons text,
  decided_on text COLLATE "C",
  decision_number text,
  decision_by text,
  decision jsonb,
  -- Against what the standing body proposed.
  otherwise boolean,
  reason text,
  PRIMARY KEY (authority, year, unit)
);
CREATE INDEX recognition_subjects_unit ON read.recognition_subjects (unit);

-- Results known from elsewhere, as they are told.
CREATE TABLE read.recognition_results (
  entry_id text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL,
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  kinds jsonb,
  result jsonb NOT NULL,
  by jsonb NOT NULL,
  source jsonb,
  directive_id text COLLATE "C",
  norm jsonb NOT NULL,
  recorded_at read.instant NOT NULL
);
CREATE INDEX recognition_results_year ON read.recognition_results (authority, year);

-- The last days of registration and decision, to come or reached.
CREATE TABLE read.recognition_deadlines (
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  what text NOT NULL,
  at read.instant NOT NULL,
  last text COLLATE "C" NOT NULL,
  kinds jsonb NOT NULL,
  -- When it was reached: how many had registered and were undecided, some of them by name, and how many more.
  registered integer,
  undecided integer,
  units jsonb,
  more integer,
  PRIMARY KEY (authority, year, what, at)
);

CREATE TABLE read.classifications (
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  level text NOT NULL,
  level_text jsonb NOT NULL,
  policy text NOT NULL,
  classified_on text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (authority, year, unit)
);

GRANT SELECT ON read.recognition_years, read.recognition_subjects, read.recognition_results,
  read.recognition_deadlines, read.classifications
  TO dondoc_api, dondoc_notifier, dondoc_reactor;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE
  ON read.recognition_years, read.recognition_subjects, read.recognition_results,
  read.recognition_deadlines, read.classifications
  TO dondoc_projector;
