-- The projector changes many rows with one statement: history is kept per statement, and rows that are changed soon
-- after they were inserted find room on their page, so that a change need not touch every index.

DROP TRIGGER keep_history ON read.obligations;
DROP FUNCTION read.keep_history();

CREATE FUNCTION read.keep_first_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO read.obligation_history
    (obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at)
  SELECT obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at FROM now_there;
  RETURN NULL;
END $$;

-- The plan is made once, perhaps for a single row: a nested loop would then read 500 rows 500 times.
CREATE FUNCTION read.keep_history() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO read.obligation_history
    (obligation_id, directive_id, changed_at, status, round_status, due_at, decides_at)
  SELECT n.obligation_id, n.directive_id, n.changed_at, n.status, n.round_status, n.due_at, n.decides_at
  FROM now_there AS n JOIN there_before AS o USING (obligation_id)
  WHERE (n.status, n.round_status, n.due_at, n.decides_at)
    IS DISTINCT FROM (o.status, o.round_status, o.due_at, o.decides_at);
  RETURN NULL;
END $$;

CREATE TRIGGER keep_first_history AFTER INSERT ON read.obligations
  REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION read.keep_first_history();
CREATE TRIGGER keep_history AFTER UPDATE ON read.obligations
  REFERENCING NEW TABLE AS now_there OLD TABLE AS there_before
  FOR EACH STATEMENT EXECUTE FUNCTION read.keep_history();

ALTER TABLE read.obligations SET (fillfactor = 60);
ALTER TABLE read.submissions SET (fillfactor = 70);
ALTER TABLE read.documents SET (fillfactor = 70);
