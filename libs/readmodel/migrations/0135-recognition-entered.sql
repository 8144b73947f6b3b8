-- The day on which a registration was entered, and whether the unit itself gave it an earlier date. Null in older rows.
ALTER TABLE read.recognition_subjects ADD COLUMN entered_on text COLLATE "C", ADD COLUMN own_statement boolean;
