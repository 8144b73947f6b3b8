-- Which report below was handed in here by itself, and how the reports below reach the duty above by what the link says.
ALTER TABLE read.submissions
  ADD COLUMN fed_by text COLLATE "C",
  ADD COLUMN fed_submission integer;
ALTER TABLE read.duty_links ADD COLUMN manner jsonb;
