-- Subjects are searched by their folded text, made by the program, so that case and accents count as little on this engine as on the other.
-- Tickets that are there already get what the engine itself can do; the next change of one gives it the whole.
ALTER TABLE ticket ADD subject_folded nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_ticket_subject_folded DEFAULT '';
GO

UPDATE ticket SET subject_folded = LOWER(subject);

-- Text without a collation of its own had the database's, and could not be put beside an id in one expression.
ALTER TABLE organisation ALTER COLUMN name nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ALTER COLUMN nookal_site nvarchar(253) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ALTER COLUMN time_zone nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ALTER COLUMN wave nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ALTER COLUMN stamps nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE organisation ALTER COLUMN health_reason nvarchar(600) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE organisation ALTER COLUMN last_error_message nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE connection ALTER COLUMN last_failure nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE connection ALTER COLUMN recent_searches nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE event ALTER COLUMN detail nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE error_group ALTER COLUMN title nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE error_group ALTER COLUMN assignee nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
