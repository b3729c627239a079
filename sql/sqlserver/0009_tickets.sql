-- Tickets keep what was complained of and what proves it answered, so that lists know when; a key that was pasted or sent stays with its ticket.
-- Tickets that are there already are filled by the program right after the scripts (ComplaintFilling): complaint_known says how far it is.

ALTER TABLE ticket ADD complaint_at bigint NULL;
ALTER TABLE ticket ADD complaint_proofs int NULL; -- a bit for each proof that is needed (TicketComplaint)
ALTER TABLE ticket ADD complaint_about int NULL; -- 1 pushing notes, 2 finding patients
ALTER TABLE ticket ADD complaint_known int NOT NULL CONSTRAINT df_ticket_complaint_known DEFAULT 0;
ALTER TABLE ticket ADD answered_when_touched int NOT NULL CONSTRAINT df_ticket_answered_when_touched DEFAULT 0;
ALTER TABLE ticket ADD renewed_at bigint NULL;
ALTER TABLE ticket ADD opening_at bigint NULL; -- the trouble it was opened in
ALTER TABLE ticket ADD opening_key_asked int NULL;
ALTER TABLE ticket ADD opening_failing nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL; -- operation
ALTER TABLE ticket ADD key_exposed_at bigint NULL;
ALTER TABLE ticket ADD key_exposed_in nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE ticket ADD key_exposed_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE ticket ADD key_exposed_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE ticket ADD engineers_done_at bigint NULL;
