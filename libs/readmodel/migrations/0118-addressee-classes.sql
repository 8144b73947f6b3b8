-- Classes of addressees that were added after the issue.
ALTER TABLE read.directives ADD COLUMN late_classes jsonb NOT NULL DEFAULT '[]';
