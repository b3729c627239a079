-- Who may come in, what they did, and what the console itself needs to remember.

CREATE TABLE token (
  id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  name nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  scopes nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  created_at bigint NOT NULL,
  created_by nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  revoked_at bigint NULL,
  last_used_at bigint NULL,
  CONSTRAINT pk_token PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_token_hash ON token (hash);
-- A name may be given again after its token was revoked.
CREATE UNIQUE INDEX ux_token_name ON token (name) WHERE revoked_at IS NULL;

CREATE TABLE audit (
  seq bigint NOT NULL,
  happened_at bigint NOT NULL,
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  action nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  target nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  outcome nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
  detail nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  previous_hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (seq)
);
CREATE INDEX ix_audit_actor ON audit (actor, seq);
CREATE INDEX ix_audit_action ON audit (action, seq);
CREATE INDEX ix_audit_target ON audit (target, seq);
GO

CREATE TRIGGER tr_audit_no_change ON audit INSTEAD OF UPDATE, DELETE AS
BEGIN
  THROW 51000, 'The audit is append-only.', 1;
END;
GO

CREATE TABLE data_protection_key (
  id bigint NOT NULL,
  friendly_name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
  xml nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  created_at bigint NOT NULL,
  CONSTRAINT pk_data_protection_key PRIMARY KEY (id)
);

-- What somebody is typing, kept on every change so that a lost connection loses nothing.
CREATE TABLE draft (
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  draft_key nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  saved_at bigint NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (actor, draft_key)
);

-- Background work is done by whoever holds its lease.
CREATE TABLE lease (
  name nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  holder nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  until_at bigint NOT NULL,
  CONSTRAINT pk_lease PRIMARY KEY (name)
);

CREATE TABLE incident (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
  place nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  status nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
  since_at bigint NOT NULL,
  until_at bigint NULL,
  evidence nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_incident PRIMARY KEY (id)
);
CREATE INDEX ix_incident_since ON incident (since_at, id);
