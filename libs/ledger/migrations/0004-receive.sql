-- Taking commands into the tray in one statement, which is one transaction: shares of the trays, then the clock, then
-- the rows, then the hints. Each statement in here has a snapshot of its own, so the clock is read behind the shares.

CREATE FUNCTION work.receive(
    ids text[], streams text[], types text[], datas text[], plans text[], actors text[], causes text[],
    effective_ats text[], content_hashes text[], actor_ids text[], keys text[], body_hashes text[])
  RETURNS TABLE (id text, received_at timestamptz, effective_at timestamptz)
  LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
#variable_conflict use_column
DECLARE moment timestamptz;
BEGIN
  PERFORM work.enter_trays(streams);
  moment := work.deployment_now();
  RETURN QUERY
    WITH taken AS (
      INSERT INTO work.command_log AS c
        (id, stream, type, data, plan, actor, caused_by, effective_at, content_hash, actor_id, idempotency_key,
         body_hash, received_at)
      SELECT r.id, r.stream, r.type, r.data::json, r.plan::json, r.actor::json, r.caused_by,
             coalesce(r.effective_at::timestamptz, moment), r.content_hash, r.actor_id, r.key, r.body_hash, moment
      FROM unnest(ids, streams, types, datas, plans, actors, causes, effective_ats, content_hashes, actor_ids, keys,
                  body_hashes)
        WITH ORDINALITY AS r (id, stream, type, data, plan, actor, caused_by, effective_at, content_hash, actor_id, key,
                              body_hash, place)
      ORDER BY r.id, r.place
      ON CONFLICT DO NOTHING
      RETURNING c.id, c.stream, c.received_at, c.effective_at)
    SELECT t.id, t.received_at, t.effective_at
    FROM taken AS t CROSS JOIN LATERAL (SELECT pg_notify('dondoc_commands', t.stream)) AS hint;
END $$;

REVOKE ALL ON FUNCTION work.receive(text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[])
  FROM PUBLIC;
GRANT EXECUTE
  ON FUNCTION work.receive(text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[])
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_reactor, dondoc_notifier;
