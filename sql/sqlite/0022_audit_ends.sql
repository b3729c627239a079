-- The audit takes a line only at its end: none before the first, none in another's place (INSERT OR REPLACE deletes without asking the triggers of DELETE), none
-- that does not follow the last. And the key that seals its checkpoints, unless the settings name one.
CREATE TRIGGER tr_audit_only_at_its_end BEFORE INSERT ON audit
WHEN NEW.seq < 1
  OR EXISTS (SELECT 1 FROM audit WHERE seq >= NEW.seq)
  OR NEW.previous_hash IS NOT CASE NEW.seq WHEN 1 THEN '0000000000000000000000000000000000000000000000000000000000000000' ELSE (SELECT hash FROM audit WHERE seq = NEW.seq - 1) END
BEGIN
  SELECT RAISE(ABORT, 'The audit takes a line only at its end.');
END;

CREATE TABLE installation_key (
  name TEXT NOT NULL,
  value TEXT NOT NULL,                   -- base64
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_installation_key PRIMARY KEY (name)
) STRICT;
