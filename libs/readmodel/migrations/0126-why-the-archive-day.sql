-- The last day of the archive is that day by its own steps; that somebody is reminded before is no reason for it.

CREATE OR REPLACE VIEW read.upcoming AS
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
         stage.name, d.archive #>> '{clock,dueOn}', NULL,
         CASE stage.name WHEN 'reminder' THEN d.archive #> '{clock,derivation}'
           ELSE jsonb_path_query_array(d.archive #> '{clock,derivation}', '$[*] ? (@.rule starts with "archive.")') END,
         d.archive #>> '{clock,source}',
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
