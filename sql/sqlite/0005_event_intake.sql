-- When a group of errors was resolved: what happened later makes it regressed, what only arrives later does not. On SQL Server
-- this migration also makes the table types by which events are taken in; SQLite takes them row by row.

ALTER TABLE error_group ADD COLUMN resolved_at INTEGER NULL;
