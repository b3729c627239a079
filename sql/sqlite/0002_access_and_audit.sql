-- Who may come in, what they did, and what the console itself needs to remember.

CREATE TABLE token (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  revoked_at INTEGER NULL,
  last_used_at INTEGER NULL,
  CONSTRAINT pk_token PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX ux_token_hash ON token (hash);
-- A name may be given again after its token was revoked.
CREATE UNIQUE INDEX ux_token_name ON token (name) WHERE revoked_at IS NULL;

CREATE TABLE audit (
  seq INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (seq)
) STRICT;
CREATE INDEX ix_audit_actor ON audit (actor, seq);
CREATE INDEX ix_audit_action ON audit (action, seq);
CREATE INDEX ix_audit_target ON audit (target, seq);

CREATE TRIGGER tr_audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'The audit is append-only.');
END;

CREATE TRIGGER tr_audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'The audit is append-only.');
END;

CREATE TABLE data_protection_key (
  id INTEGER NOT NULL,
  friendly_name TEXT NOT NULL,
  xml TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_data_protection_key PRIMARY KEY (id)
) STRICT;

-- What somebody is typing, kept on every change so that a lost connection loses nothing.
CREATE TABLE draft (
  actor TEXT NOT NULL,
  draft_key TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (actor, draft_key)
) STRICT;

-- Background work is done by whoever holds its lease.
CREATE TABLE lease (
  name TEXT NOT NULL,
  holder TEXT NOT NULL,
  until_at INTEGER NOT NULL,
  CONSTRAINT pk_lease PRIMARY KEY (name)
) STRICT;

CREATE TABLE incident (
  id TEXT NOT NULL,
  ehr TEXT NOT NULL,
  place TEXT NULL,
  status TEXT NOT NULL,
  since_at INTEGER NOT NULL,
  until_at INTEGER NULL,
  evidence TEXT NOT NULL,
  CONSTRAINT pk_incident PRIMARY KEY (id)
) STRICT;
CREATE INDEX ix_incident_since ON incident (since_at, id);
