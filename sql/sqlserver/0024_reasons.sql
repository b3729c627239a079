-- Whose reason is to be found anew, and from when on: events, incidents and hours that pass note it here; whoever reads next finds it (ReasonKeeper).
CREATE TABLE reason_due (
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  due_at bigint NOT NULL,
  CONSTRAINT pk_reason_due PRIMARY KEY (organisation_id)
);
CREATE INDEX ix_reason_due_due ON reason_due (due_at, organisation_id);
INSERT INTO reason_due (organisation_id, due_at) SELECT id, 0 FROM organisation;
GO

CREATE TYPE reason_due_row AS TABLE (
  due_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);
