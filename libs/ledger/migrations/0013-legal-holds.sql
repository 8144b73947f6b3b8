-- Before a personal value is erased every legal hold is looked up: few streams among many entries.

CREATE INDEX entries_legal_holds ON ledger.entries (stream) WHERE type = 'dondoc.directive.LegalHoldPlaced.v1';
