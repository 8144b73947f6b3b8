-- What the rates count by, worked out once when a row changes and not for every question: the standing that the row would
-- have before its due time, whether anything is handed in, and whether that was in time. Only of a row without a report
-- does the standing still depend on the instant that is asked about: then its due time tells.

CREATE FUNCTION read.standings() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['doneOnTime', 'doneLate', 'openOnTime', 'openLate', 'noDueDate', 'waived', 'notApplicable', 'suspended',
               'cancelled'];

-- Four times the place of the standing, with 2 for handed in and 1 for in time. No instant is before the empty text.
CREATE FUNCTION read.lot(status text, round_status text, due_at text, decides_at text) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (array_position(read.standings(), read.standing(status, round_status, due_at, decides_at, '')) * 4
          + (decides_at IS NOT NULL)::integer * 2
          + coalesce(decides_at COLLATE "C" <= due_at COLLATE "C", false)::integer)::smallint;

GRANT EXECUTE ON FUNCTION read.standings() TO dondoc_api, dondoc_projector;
GRANT EXECUTE ON FUNCTION read.lot(text, text, text, text) TO dondoc_projector;

ALTER TABLE read.obligations
  ADD COLUMN lot smallint GENERATED ALWAYS AS (read.lot(status, round_status, due_at, decides_at)) STORED;
ALTER TABLE read.obligation_history
  ADD COLUMN lot smallint GENERATED ALWAYS AS (read.lot(status, round_status, due_at, decides_at)) STORED;
