-- The channel that had not passed on what was accepted, from the acceptance itself.
ALTER TABLE read.obligations ADD COLUMN not_passed_on text COLLATE "C";
