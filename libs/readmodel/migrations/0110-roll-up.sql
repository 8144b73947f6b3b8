-- Whose reports answer which duty, how that is known, and what a channel has passed on.

CREATE TABLE read.duty_links (
  directive_id text COLLATE "C" NOT NULL,
  duty_id text COLLATE "C" NOT NULL,
  -- Of another directive only this unit's obligation is answered.
  unit text COLLATE "C",
  from_directive text COLLATE "C" NOT NULL,
  from_duty text COLLATE "C" NOT NULL,
  grounds jsonb NOT NULL,
  reason text NOT NULL,
  warning jsonb,
  linked_by jsonb NOT NULL,
  linked_at read.instant NOT NULL,
  PRIMARY KEY (directive_id, duty_id, from_directive, from_duty)
);

ALTER TABLE read.obligations ADD COLUMN passed_on_at read.instant;
