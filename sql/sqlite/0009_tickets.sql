-- Tickets keep what was complained of and what proves it answered, so that lists know when; a key that was pasted or sent stays with its ticket.
-- Tickets that are there already are filled by the program right after the scripts (ComplaintFilling): complaint_known says how far it is.

ALTER TABLE ticket ADD COLUMN complaint_at INTEGER NULL;
ALTER TABLE ticket ADD COLUMN complaint_proofs INTEGER NULL;        -- a bit for each proof that is needed (TicketComplaint)
ALTER TABLE ticket ADD COLUMN complaint_about INTEGER NULL;         -- 1 pushing notes, 2 finding patients
ALTER TABLE ticket ADD COLUMN complaint_known INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN answered_when_touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN renewed_at INTEGER NULL;
ALTER TABLE ticket ADD COLUMN opening_at INTEGER NULL;              -- the trouble it was opened in
ALTER TABLE ticket ADD COLUMN opening_key_asked INTEGER NULL;
ALTER TABLE ticket ADD COLUMN opening_failing TEXT NULL;            -- operation
ALTER TABLE ticket ADD COLUMN key_exposed_at INTEGER NULL;
ALTER TABLE ticket ADD COLUMN key_exposed_in TEXT NULL;
ALTER TABLE ticket ADD COLUMN key_exposed_by_id TEXT NULL;
ALTER TABLE ticket ADD COLUMN key_exposed_by_name TEXT NULL;
ALTER TABLE ticket ADD COLUMN engineers_done_at INTEGER NULL;
