-- Legal holds that stand on a directive, and how long its file is kept once a person has decided it.

ALTER TABLE read.directives ADD COLUMN legal_holds jsonb NOT NULL DEFAULT '[]', ADD COLUMN retention jsonb;

SELECT read.keep_versions();
