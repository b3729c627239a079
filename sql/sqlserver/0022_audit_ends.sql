-- The audit takes a line only at its end: none before the first, none in another's place, none that does not follow the last. And the key that seals its
-- checkpoints, unless the settings name one. What stands there already is not judged here: audit verify does that.
ALTER TABLE audit WITH NOCHECK ADD CONSTRAINT ck_audit_seq CHECK (seq >= 1);
GO

CREATE TRIGGER tr_audit_only_at_its_end ON audit AFTER INSERT AS
BEGIN
  IF EXISTS (
    SELECT 1 FROM inserted i
    WHERE (i.seq = 1 AND i.previous_hash <> N'0000000000000000000000000000000000000000000000000000000000000000')
      OR (i.seq > 1 AND NOT EXISTS (SELECT 1 FROM audit p WHERE p.seq = i.seq - 1 AND p.hash = i.previous_hash)))
  BEGIN
    THROW 51000, 'The audit takes a line only at its end.', 1;
  END;
END;
GO

CREATE TABLE installation_key (
  name nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  value nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,                   -- base64
  created_at bigint NOT NULL,
  CONSTRAINT pk_installation_key PRIMARY KEY (name)
);
