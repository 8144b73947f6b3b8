-- How urgent a directive is stands in its draft, with the grade of that value: a text may not state it.
ALTER TABLE read.directives DROP COLUMN urgency;
