-- Whose reason is to be found anew, and from when on: events, incidents and hours that pass note it here; whoever reads next finds it (ReasonKeeper).
CREATE TABLE reason_due (
  organisation_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  CONSTRAINT pk_reason_due PRIMARY KEY (organisation_id)
) STRICT;
CREATE INDEX ix_reason_due_due ON reason_due (due_at, organisation_id);
INSERT INTO reason_due (organisation_id, due_at) SELECT id, 0 FROM organisation;
