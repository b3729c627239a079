-- Optional, SQL Server only, run by hand: keeps the raw events of each month in a partition of their own, so that a month that is past its
-- time goes in an instant (TRUNCATE TABLE … WITH (PARTITIONS (…))) instead of row by row. Worth it from some ten million events a month on; below
-- that the portal's own retention is enough. Not a migration: the portal neither needs nor notices it.
--
-- The first time: take a backup and stop every node; the table is written anew, which takes about as long as restoring it. After that once a
-- month, with the nodes running: it begins the partition of the new month. Run it in the portal's database, and again as often as you like: what
-- is done is not done twice. docs/operations explains what else to do each month.
--
-- Partitions are cut by seq, the number that events get as they arrive, not by time: the key stays as it is, and whoever asks for the newest or
-- oldest events looks at one partition and not at all of them. A boundary is the first number that was given in its month.

-- Indexes with a filter are made and written under these settings only, and not every tool has them on.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET ARITHABORT ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
SET XACT_ABORT ON;
SET NOCOUNT ON;

DECLARE @boundaries nvarchar(max), @sql nvarchar(max), @newest bigint, @firstAt bigint, @next bigint;
DECLARE @month datetime2(3) = DATEFROMPARTS(YEAR(SYSUTCDATETIME()), MONTH(SYSUTCDATETIME()), 1);
DECLARE @monthAt bigint = DATEDIFF_BIG(millisecond, CAST('1970-01-01T00:00:00' AS datetime2(3)), @month);

IF NOT EXISTS (SELECT 1 FROM sys.partition_functions WHERE name = N'pf_event_month')
BEGIN
  -- The months of the events that are kept. Nothing lies before the first boundary, so that emptied months can be merged into it.
  SELECT @boundaries = STRING_AGG(CAST(m.first_seq AS nvarchar(max)), N', ')
  FROM (
    SELECT MIN(e.seq) AS first_seq FROM event e
    GROUP BY DATEDIFF(month, 0, DATEADD(second, CAST(e.received_at / 1000 AS int), CAST('1970-01-01T00:00:00' AS datetime2(0))))) m;
  SET @sql = N'CREATE PARTITION FUNCTION pf_event_month (bigint) AS RANGE RIGHT FOR VALUES (' + COALESCE(@boundaries, N'1') + N');';
  EXEC sys.sp_executesql @sql;
END;

IF NOT EXISTS (SELECT 1 FROM sys.partition_schemes WHERE name = N'ps_event_month')
  EXEC sys.sp_executesql N'CREATE PARTITION SCHEME ps_event_month AS PARTITION pf_event_month ALL TO ([PRIMARY]);';

-- A partition can be emptied alone only when every index is partitioned alike.
IF NOT EXISTS (
  SELECT 1 FROM sys.indexes i INNER JOIN sys.partition_schemes s ON s.data_space_id = i.data_space_id
  WHERE i.object_id = OBJECT_ID(N'event') AND i.name = N'pk_event')
BEGIN
  BEGIN TRANSACTION;
  DROP INDEX ix_event_organisation ON event;
  DROP INDEX ix_event_correlation ON event;
  DROP INDEX ix_event_group ON event;
  ALTER TABLE event DROP CONSTRAINT pk_event;
  ALTER TABLE event ADD CONSTRAINT pk_event PRIMARY KEY CLUSTERED (seq) ON ps_event_month (seq);
  CREATE INDEX ix_event_organisation ON event (organisation_id, at, type_order, seq) ON ps_event_month (seq);
  CREATE INDEX ix_event_correlation ON event (correlation_id) WHERE correlation_id IS NOT NULL ON ps_event_month (seq);
  CREATE INDEX ix_event_group ON event (error_group_id, at) WHERE error_group_id IS NOT NULL ON ps_event_month (seq);
  COMMIT TRANSACTION;
END;

-- A new month: its partition begins behind the newest event. Nothing lies there, so nothing is moved.
BEGIN TRANSACTION;
-- UPDLOCK, HOLDLOCK: whoever appends events holds this row until it commits, so no event comes in between looking and cutting.
SELECT @next = id FROM event_writer WITH (UPDLOCK, HOLDLOCK) WHERE id = 1;
SELECT @newest = MAX(CAST(v.value AS bigint))
FROM sys.partition_range_values v INNER JOIN sys.partition_functions f ON f.function_id = v.function_id WHERE f.name = N'pf_event_month';
SELECT TOP (1) @firstAt = received_at FROM event WHERE seq >= @newest ORDER BY seq;
SELECT @next = MAX(seq) + 1 FROM event;
IF @firstAt < @monthAt AND @next > @newest
BEGIN
  ALTER PARTITION SCHEME ps_event_month NEXT USED [PRIMARY];
  ALTER PARTITION FUNCTION pf_event_month() SPLIT RANGE (@next);
END;
COMMIT TRANSACTION;

-- What there is now: number, first seq, rows, and when its first event was received. A partition is past its time when the one after it began before.
SELECT p.partition_number, CAST(v.value AS bigint) AS from_seq, p.rows, DATEADD(second, CAST(first_event.received_at / 1000 AS int), CAST('1970-01-01T00:00:00' AS datetime2(0))) AS first_received_utc
FROM sys.partitions p
LEFT JOIN sys.partition_range_values v ON v.boundary_id = p.partition_number - 1
  AND v.function_id = (SELECT f.function_id FROM sys.partition_functions f WHERE f.name = N'pf_event_month')
OUTER APPLY (SELECT TOP (1) e.received_at FROM event e WHERE p.rows > 0 AND e.seq >= CAST(v.value AS bigint) ORDER BY e.seq) first_event
WHERE p.object_id = OBJECT_ID(N'event') AND p.index_id = 1
ORDER BY p.partition_number;
