-- Subjects are searched by their folded text, made by the program, so that case and accents count as little on this engine as on the other.
-- Tickets that are there already get what the engine itself can do; the next change of one gives it the whole.
ALTER TABLE ticket ADD subject_folded nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_ticket_subject_folded DEFAULT '';
GO

UPDATE ticket SET subject_folded = LOWER(subject);
