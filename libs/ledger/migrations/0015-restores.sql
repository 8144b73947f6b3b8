-- After a restore the deployment answers questions only, until an operator has shown that nothing is missing, or has
-- said that what is missing is lost. What was restored and decided stays on record; exports do not include it.

CREATE TABLE ledger.restores (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Wall time.
  at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  kind text NOT NULL CHECK (kind IN ('restored', 'confirmed', 'behind', 'fork', 'loss-accepted')),
  -- The last entry of this ledger then.
  seq bigint NOT NULL CHECK (seq >= 0),
  -- The last entry that was known of: by the backup, or by a checkpoint from outside.
  known_seq bigint CHECK (known_seq >= 0),
  -- The signed note it was compared with.
  checkpoint text,
  -- The size of the longest checkpoint signed by a trusted key that was found to be the beginning of this ledger; null
  -- where none was compared.
  compared_size bigint CHECK (compared_size BETWEEN 0 AND seq),
  -- The SHA-256 of the backup's index.
  backup text,
  operator text,
  reason text,
  CONSTRAINT restores_loss_has_its_reason
    CHECK (kind <> 'loss-accepted' OR (coalesce(operator, '') <> '' AND coalesce(reason, '') <> ''))
);
CREATE TRIGGER restores_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.restores
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.restores ENABLE ALWAYS TRIGGER restores_never_change;

CREATE FUNCTION ledger.refuse_while_undecided() RETURNS void LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE latest ledger.restores; since timestamptz;
BEGIN
  SELECT * INTO latest FROM ledger.restores ORDER BY id DESC LIMIT 1;
  IF latest.kind IS NULL OR latest.kind IN ('confirmed', 'loss-accepted') THEN
    RETURN;
  END IF;
  SELECT max(at) INTO since FROM ledger.restores WHERE kind = 'restored';
  RAISE EXCEPTION 'this database was restored on % up to entry %, and nobody has decided yet whether entries are missing',
      work.instant(since), latest.seq
    USING ERRCODE = 'DD006', DETAIL = json_build_object('since', work.instant(since), 'seq', latest.seq)::text,
          HINT = 'Run dondoc restore confirm --checkpoint FILE (docs/operations.md, After a restore).';
END $$;

CREATE FUNCTION ledger.wait_for_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM ledger.refuse_while_undecided();
  RETURN NULL;
END $$;
-- Nothing is decided, and nothing is signed.
CREATE TRIGGER entries_wait_for_decision BEFORE INSERT ON ledger.entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.wait_for_decision();
CREATE TRIGGER checkpoints_wait_for_decision BEFORE INSERT ON ledger.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.wait_for_decision();

-- Nothing is taken in.
CREATE OR REPLACE FUNCTION work.receive(
    ids text[], streams text[], types text[], datas text[], plans text[], actors text[], causes text[],
    effective_ats text[], content_hashes text[], actor_ids text[], keys text[], body_hashes text[])
  RETURNS TABLE (id text, received_at timestamptz, effective_at timestamptz)
  LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
#variable_conflict use_column
DECLARE moment timestamptz;
BEGIN
  PERFORM ledger.refuse_while_undecided();
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

-- A told clock stands still.
CREATE OR REPLACE FUNCTION work.tell_clock(instant timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE told timestamptz;
BEGIN
  PERFORM ledger.refuse_while_undecided();
  UPDATE work.deployment SET told_now = date_trunc('milliseconds', instant) WHERE clock = 'told'
    RETURNING told_now INTO told;
  IF told IS NULL THEN
    RAISE EXCEPTION 'this deployment keeps wall time and cannot be told the time' USING ERRCODE = 'DD004';
  END IF;
  PERFORM pg_notify('dondoc_clock', work.instant(told));
  RETURN told;
END $$;

REVOKE ALL ON FUNCTION ledger.refuse_while_undecided(), ledger.wait_for_decision() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.refuse_while_undecided()
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_reactor, dondoc_notifier, dondoc_checkpointer;
GRANT SELECT ON ledger.restores
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier, dondoc_checkpointer;
