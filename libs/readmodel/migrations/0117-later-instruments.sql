-- An assumption that rests on a note of a later instrument ends when a newer note on the same replaces it, and one of the
-- directive's own force when the directive is out of force. It is kept, so that a page of last year says what was assumed then.

ALTER TABLE read.assumptions
  -- What may be noted anew, as a key; null: it ends never.
  ADD COLUMN subject text COLLATE "C",
  ADD COLUMN of_own_force boolean NOT NULL DEFAULT false,
  ADD COLUMN ended_at read.instant;
