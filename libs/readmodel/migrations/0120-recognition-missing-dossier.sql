-- Not met for want of a dossier: what shows that it is missing, {status, last}. Null for every other outcome.
ALTER TABLE read.recognition_subjects ADD COLUMN no_dossier jsonb;
-- Who handed the dossier in for a unit that has ended.
ALTER TABLE read.recognition_subjects ADD COLUMN handed_in_by text COLLATE "C";
