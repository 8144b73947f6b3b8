-- Who joined a round after its opening stands in no rate: said of the obligation itself, so that half a million of them
-- are counted without asking their shards.

ALTER TABLE read.obligations ADD COLUMN late boolean NOT NULL DEFAULT false;
UPDATE read.obligations AS o SET late = true
  FROM read.shards AS z WHERE z.late AND z.round_id = o.round_id AND z.shard = o.shard;
