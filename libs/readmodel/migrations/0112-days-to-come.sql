-- Whom a body called upon to register, who was reminded of what and when, why each last day is that day; and all that time
-- itself will do next, whatever it is of, with its reason.

ALTER TABLE read.recognition_years ADD COLUMN standing_body text COLLATE "C";
ALTER TABLE read.recognition_subjects ADD COLUMN reminded_at read.instant;
ALTER TABLE read.recognition_deadlines
  ADD COLUMN derivation jsonb,
  ADD COLUMN norm jsonb,
  -- Who was called upon and had not registered when it was reached: {count, units}.
  ADD COLUMN unregistered jsonb;
CREATE INDEX recognition_deadlines_to_come ON read.recognition_deadlines (at) WHERE registered IS NULL;

CREATE TABLE read.recognition_called (
  authority text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  called_on text COLLATE "C" NOT NULL,
  -- The document that calls.
  reference text NOT NULL,
  reminded_at read.instant,
  PRIMARY KEY (authority, year, unit)
);

DROP VIEW read.upcoming;
-- `key` tells rows of one instant apart. A column that a kind has nothing for is null.
CREATE VIEW read.upcoming AS
  SELECT p.opens_at AS at, 'roundOpens' AS kind, p.directive_id, p.duty_id, p.period_id, p.period,
         NULL::text AS round_id, NULL::integer AS shard, NULL::text AS schedule_id, NULL::text AS rung,
         NULL::text AS rung_kind, NULL::text AS audience,
         NULL::text AS commendation_id, NULL::text AS step, NULL::text AS authority, NULL::integer AS year,
         NULL::text AS day, NULL::text AS last, NULL::integer AS review,
         NULL::jsonb AS derivation, NULL::text AS reason,
         p.duty_id || '~' || p.period_id AS key
  FROM read.planned_rounds AS p JOIN read.directives AS d USING (directive_id)
  WHERE d.status = 'issued'
  UNION ALL
  SELECT g.at, 'rung', r.directive_id, r.duty_id, r.period_id, r.period, g.round_id, g.shard, g.schedule_id, g.rung,
         g.kind, g.audience, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.derivation, NULL,
         r.duty_id || '~' || r.period_id || '~' || to_char(g.shard, 'FM000000') || '~' || g.schedule_id || '~' || g.rung
  FROM read.rungs AS g JOIN read.rounds AS r USING (round_id)
  LEFT JOIN read.schedules AS s USING (round_id, shard, schedule_id)
  WHERE g.state = 'planned' AND r.status = 'open'
  UNION ALL
  SELECT p ->> 'at', 'commendationRung', c.directive_id, NULL, NULL, NULL, NULL, NULL, NULL, p ->> 'id',
         p ->> 'kind', p ->> 'audience', c.commendation_id, c.step, NULL, NULL, NULL, NULL, NULL,
         c.record #> ARRAY['deadlines', c.record ->> 'current', 'schedule', 'derivation'], NULL,
         c.commendation_id || '~' || (p ->> 'id')
  FROM read.commendations AS c, jsonb_array_elements(c.record -> 'pending') AS p
  UNION ALL
  SELECT z.at, 'recognitionDay', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         z.authority, z.year, z.what, z.last, NULL, z.derivation, NULL,
         z.authority || '~' || z.year || '~' || z.what
  FROM read.recognition_deadlines AS z
  WHERE z.registered IS NULL
  UNION ALL
  SELECT CASE stage.name WHEN 'reminder' THEN d.archive #>> '{clock,remindAt}' ELSE d.archive #>> '{clock,dueAt}' END,
         'archiveDay', d.directive_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         stage.name, d.archive #>> '{clock,dueOn}', NULL, d.archive #> '{clock,derivation}', d.archive #>> '{clock,source}',
         stage.name
  FROM read.directives AS d CROSS JOIN (VALUES ('reminder'), ('due')) AS stage (name)
  WHERE d.status = 'concluded' AND jsonb_typeof(d.archive -> 'clock') = 'object' AND d.archive ->> 'handedAt' IS NULL
    AND d.archive ->> 'stage' IS DISTINCT FROM 'due'
    AND d.archive ->> 'stage' IS DISTINCT FROM stage.name
  UNION ALL
  SELECT v.called ->> 'cutOff', 'reviewCutOff', v.directive_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         NULL, NULL, NULL, v.called ->> 'kind', NULL, v.review, NULL, v.called ->> 'reason',
         to_char(v.review, 'FM000000')
  FROM read.reviews AS v
  WHERE v.status IN ('called', 'selfAssessing');

GRANT SELECT ON read.recognition_called, read.upcoming
  TO dondoc_api, dondoc_notifier, dondoc_reactor, dondoc_projector;
GRANT INSERT, UPDATE, DELETE, TRUNCATE ON read.recognition_called TO dondoc_projector;
