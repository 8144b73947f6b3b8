-- What was known at any entry. Every row tells since which entry of the ledger it says what it says (`from_seq`); what a
-- row said before stands in the table's past, with the entry until which it was so. A trigger keeps the past, so that no
-- projection can forget it, and `read.TABLE_at(SEQ)` is the table as it was when that entry was the last.
--
-- The past of what is there already stands in the ledger alone: the tables are emptied, and the projector fills them anew.

DO $$
DECLARE emptied text;
BEGIN
  SELECT string_agg(format('read.%I', c.relname), ', ') INTO emptied
  FROM pg_class AS c WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'r';
  EXECUTE 'TRUNCATE ' || emptied;
  -- Tables that are built beside those that serve are filled by whoever builds them.
  IF current_setting('dondoc.beside', true) IS DISTINCT FROM 'on' THEN
    UPDATE work.cursors SET seq = 0 WHERE consumer = 'projector';
  END IF;
END $$;

-- A change of its standing is kept in a table of its own already, which only grows.
ALTER TABLE read.obligation_history ADD COLUMN from_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE read.obligations ADD COLUMN from_seq bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION read.keep_first_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO read.obligation_history
    (obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at, from_seq)
  SELECT obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at, from_seq FROM now_there;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION read.keep_history() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO read.obligation_history
    (obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at, from_seq)
  SELECT n.obligation_id, n.directive_id, n.changed_at, n.status, n.round_status, n.due_at, n.decides_at, n.from_seq
  FROM now_there AS n JOIN there_before AS o USING (obligation_id)
  WHERE (n.status, n.round_status, n.due_at, n.decides_at)
    IS DISTINCT FROM (o.status, o.round_status, o.due_at, o.decides_at);
  RETURN NULL;
END $$;

-- Gives every table its past, the trigger that keeps it and the function that reads it. A migration that adds a table or
-- a column calls it at its end.
CREATE FUNCTION read.keep_versions() RETURNS void LANGUAGE plpgsql AS $keep$
DECLARE
  tab record;
  part record;
  cols text;
  key text;
  old text;
BEGIN
  FOR tab IN
    SELECT c.oid, c.relname AS name FROM pg_class AS c
    WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'r' AND c.relname !~ '_past$'
      AND c.relname NOT IN ('timeline', 'obligation_history')
    ORDER BY 2
  LOOP
    EXECUTE format('ALTER TABLE read.%I ADD COLUMN IF NOT EXISTS from_seq bigint NOT NULL DEFAULT 0', tab.name);
    IF to_regclass(format('read.%I', tab.name || '_past')) IS NULL THEN
      EXECUTE format('CREATE TABLE read.%I (LIKE read.%I, until_seq bigint NOT NULL)', tab.name || '_past', tab.name);
      EXECUTE format('CREATE INDEX ON read.%I USING brin (until_seq)', tab.name || '_past');
    END IF;
    FOR part IN
      SELECT a.attname AS col, format_type(a.atttypid, a.atttypmod) AS type, l.collname AS collation, a.attnotnull AS filled,
        a.attgenerated <> '' AS computed, pg_get_expr(d.adbin, d.adrelid) AS value
      FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
      LEFT JOIN pg_collation AS l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
      LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = tab.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS (
        SELECT 1 FROM pg_attribute AS p
        WHERE p.attrelid = format('read.%I', tab.name || '_past')::regclass AND p.attname = a.attname)
      ORDER BY a.attgenerated <> '', a.attnum
    LOOP
      -- What is past already says in it what the rows that were there say: the default, or what is computed from the others.
      EXECUTE format('ALTER TABLE read.%I ADD COLUMN %I %s %s %s', tab.name || '_past', part.col, part.type,
                     'COLLATE ' || quote_ident(part.collation), CASE WHEN NOT part.computed THEN 'DEFAULT ' || part.value END);
      IF part.computed THEN
        EXECUTE format('UPDATE read.%I SET %I = %s', tab.name || '_past', part.col, part.value);
      END IF;
      EXECUTE format('ALTER TABLE read.%1$I ALTER COLUMN %2$I DROP DEFAULT %3$s', tab.name || '_past', part.col,
                     CASE WHEN part.filled THEN format(', ALTER COLUMN %I SET NOT NULL', part.col) END);
    END LOOP;
    FOR part IN
      SELECT i.indexrelid::regclass AS name, c.relname, pg_get_indexdef(i.indexrelid) AS text FROM pg_index AS i
      JOIN pg_class AS c ON c.oid = i.indexrelid WHERE i.indrelid = tab.oid AND i.indpred IS NULL
    LOOP
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON read.%I %s', 'past_' || part.relname, tab.name || '_past',
                     substring(part.text FROM ' (USING .*)$'));
    END LOOP;

    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('o.' || quote_ident(attname), ', ' ORDER BY attnum)
      INTO cols, old
    FROM pg_attribute WHERE attrelid = tab.oid AND attnum > 0 AND NOT attisdropped;
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO key
    FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = tab.oid AND i.indisprimary;

    -- The plan is made once, perhaps for a single row: a nested loop would then read 500 rows 500 times.
    EXECUTE format($make$
      CREATE OR REPLACE FUNCTION read.%1$I() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          INSERT INTO read.%2$I (%3$s, until_seq)
          SELECT %4$s, n.from_seq FROM there_before AS o JOIN now_there AS n USING (%5$s) WHERE o.from_seq < n.from_seq;
        ELSE
          INSERT INTO read.%2$I (%3$s, until_seq)
          SELECT %4$s, current_setting('dondoc.seq', true)::bigint FROM there_before AS o
          WHERE o.from_seq < current_setting('dondoc.seq', true)::bigint;
        END IF;
        RETURN NULL;
      END $$$make$, 'keep_' || tab.name || '_past', tab.name || '_past', cols, old, key);
    EXECUTE format('CREATE OR REPLACE TRIGGER keep_past AFTER UPDATE ON read.%I
      REFERENCING NEW TABLE AS now_there OLD TABLE AS there_before FOR EACH STATEMENT EXECUTE FUNCTION read.%I()',
      tab.name, 'keep_' || tab.name || '_past');
    EXECUTE format('CREATE OR REPLACE TRIGGER keep_gone AFTER DELETE ON read.%I
      REFERENCING OLD TABLE AS there_before FOR EACH STATEMENT EXECUTE FUNCTION read.%I()',
      tab.name, 'keep_' || tab.name || '_past');
    -- Plain enough to be taken into the plan of the statement that calls it, with its indexes.
    EXECUTE format($make$
      CREATE OR REPLACE FUNCTION read.%1$I(bigint) RETURNS SETOF read.%2$I LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT %4$s FROM read.%2$I WHERE from_seq <= $1
        UNION ALL SELECT %4$s FROM read.%3$I WHERE from_seq <= $1 AND until_seq > $1 $$$make$,
      tab.name || '_at', tab.name, tab.name || '_past', cols);
    EXECUTE format('REVOKE ALL ON FUNCTION read.%I(), read.%I(bigint) FROM PUBLIC', 'keep_' || tab.name || '_past', tab.name || '_at');
    EXECUTE format('GRANT EXECUTE ON FUNCTION read.%I(bigint) TO dondoc_api, dondoc_projector', tab.name || '_at');
  END LOOP;
END $keep$;
REVOKE ALL ON FUNCTION read.keep_versions() FROM PUBLIC;
SELECT read.keep_versions();

CREATE FUNCTION read.timeline_at(bigint) RETURNS SETOF read.timeline LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM read.timeline WHERE seq <= $1 $$;
CREATE FUNCTION read.obligation_history_at(bigint) RETURNS SETOF read.obligation_history LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM read.obligation_history WHERE from_seq <= $1 $$;
REVOKE ALL ON FUNCTION read.timeline_at(bigint), read.obligation_history_at(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read.timeline_at(bigint), read.obligation_history_at(bigint) TO dondoc_api, dondoc_projector;

-- From an instant to the last entry recorded until then.
CREATE INDEX timeline_recorded ON read.timeline (recorded_at, seq);
