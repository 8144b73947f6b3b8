-- What proves the book from outside: the tree over its entries, and the checkpoints that were signed. Written by the
-- checkpointer alone, by INSERT only.

-- Complete subtrees of RFC 6962, each stored once: `place` counts those of one level from 0; level 0 are the leaves.
CREATE TABLE ledger.tree (
  level smallint NOT NULL CHECK (level >= 0),
  place bigint NOT NULL CHECK (place >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, place)
);

CREATE TABLE ledger.signing_keys (
  -- `name+id+base64`, of the public key.
  key text COLLATE "C" PRIMARY KEY CHECK (key <> ''),
  first_size bigint NOT NULL UNIQUE CHECK (first_size > 0)
);

CREATE TABLE ledger.checkpoints (
  size bigint PRIMARY KEY CHECK (size > 0),
  -- The signed note (C2SP), without cosignatures.
  note text NOT NULL,
  -- When its last entry was recorded, and when it was signed (wall time).
  recorded_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX checkpoints_recorded ON ledger.checkpoints (recorded_at);

CREATE TABLE ledger.cosignatures (
  size bigint NOT NULL REFERENCES ledger.checkpoints (size),
  -- Name and id of the witness's key.
  witness text COLLATE "C" NOT NULL,
  line text NOT NULL,
  came_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (size, witness)
);

CREATE TRIGGER tree_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.tree
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER signing_keys_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.signing_keys
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoints_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER cosignatures_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.cosignatures
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.tree ENABLE ALWAYS TRIGGER tree_never_changes;
ALTER TABLE ledger.signing_keys ENABLE ALWAYS TRIGGER signing_keys_never_change;
ALTER TABLE ledger.checkpoints ENABLE ALWAYS TRIGGER checkpoints_never_change;
ALTER TABLE ledger.cosignatures ENABLE ALWAYS TRIGGER cosignatures_never_change;

GRANT USAGE ON SCHEMA ledger, work TO dondoc_checkpointer;
GRANT SELECT ON ledger.entries, work.deployment TO dondoc_checkpointer;
GRANT EXECUTE ON FUNCTION work.instant(timestamptz), work.deployment_now() TO dondoc_checkpointer;
GRANT SELECT, INSERT, UPDATE, DELETE ON work.leases TO dondoc_checkpointer;
GRANT SELECT, INSERT ON ledger.tree, ledger.signing_keys, ledger.checkpoints, ledger.cosignatures
  TO dondoc_checkpointer;
GRANT SELECT ON ledger.tree, ledger.signing_keys, ledger.checkpoints, ledger.cosignatures
  TO dondoc_api, dondoc_worker, dondoc_relay, dondoc_projector, dondoc_reactor, dondoc_notifier;
