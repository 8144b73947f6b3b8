-- When a recognition was revoked, by whom and why: {date, actor, reason}. Null where it was not, and in older rows.
ALTER TABLE read.recognition_subjects ADD COLUMN revocation jsonb;
