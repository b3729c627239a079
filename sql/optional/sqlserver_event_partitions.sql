-- Optional, SQL Server only, run once by hand: keeps the raw events of each month in a partition of their own, so that a month that is past
-- its time goes in an instant (TRUNCATE TABLE … WITH (PARTITIONS (…))) instead of row by row. Worth it from some ten million events a
-- month on; below that the portal's own retention is enough. Not a migration: the portal neither needs nor notices it.
--
-- Before: take a backup and stop every node; the table is written anew, which takes about as long as restoring it. Run it in the portal's
-- database. It may be run again: what is done is not done twice. docs/operations explains what to do each month.
--
-- received_at is unix milliseconds, so each boundary is the first millisecond of a month, UTC.

SET XACT_ABORT ON;
SET NOCOUNT ON;

DECLARE @epoch datetime2(3) = '1970-01-01T00:00:00';
DECLARE @first date, @last date, @month date, @boundaries nvarchar(max) = N'', @sql nvarchar(max);

IF NOT EXISTS (SELECT 1 FROM sys.partition_functions WHERE name = N'pf_event_month')
BEGIN
  -- From the oldest event that is kept to two years ahead; later months are added as they come near.
  SELECT @first = CAST(DATEADD(second, ISNULL(MIN(received_at), DATEDIFF_BIG(millisecond, @epoch, SYSUTCDATETIME())) / 1000, @epoch) AS date) FROM event;
  SET @month = DATEFROMPARTS(YEAR(@first), MONTH(@first), 1);
  SET @last = DATEADD(month, 24, CAST(SYSUTCDATETIME() AS date));
  WHILE @month <= @last
  BEGIN
    SET @boundaries = @boundaries + CASE WHEN @boundaries = N'' THEN N'' ELSE N', ' END
      + CAST(DATEDIFF_BIG(millisecond, @epoch, CAST(@month AS datetime2(3))) AS nvarchar(20));
    SET @month = DATEADD(month, 1, @month);
  END;
  SET @sql = N'CREATE PARTITION FUNCTION pf_event_month (bigint) AS RANGE RIGHT FOR VALUES (' + @boundaries + N');';
  EXEC sys.sp_executesql @sql;
END;

IF NOT EXISTS (SELECT 1 FROM sys.partition_schemes WHERE name = N'ps_event_month')
  CREATE PARTITION SCHEME ps_event_month AS PARTITION pf_event_month ALL TO ([PRIMARY]);

-- A partition can be emptied alone only when every index is partitioned alike, and a unique one then holds the time as well.
IF NOT EXISTS (
  SELECT 1 FROM sys.indexes i INNER JOIN sys.partition_schemes s ON s.data_space_id = i.data_space_id
  WHERE i.object_id = OBJECT_ID(N'event') AND i.name = N'pk_event')
BEGIN
  BEGIN TRANSACTION;
  DROP INDEX ix_event_organisation ON event;
  DROP INDEX ix_event_correlation ON event;
  DROP INDEX ix_event_group ON event;
  ALTER TABLE event DROP CONSTRAINT pk_event;
  ALTER TABLE event ADD CONSTRAINT pk_event PRIMARY KEY CLUSTERED (seq, received_at) ON ps_event_month (received_at);
  CREATE INDEX ix_event_organisation ON event (organisation_id, at, type_order, seq) ON ps_event_month (received_at);
  CREATE INDEX ix_event_correlation ON event (correlation_id) WHERE correlation_id IS NOT NULL ON ps_event_month (received_at);
  CREATE INDEX ix_event_group ON event (error_group_id, at) WHERE error_group_id IS NOT NULL ON ps_event_month (received_at);
  COMMIT TRANSACTION;
END;

-- What there is now: number, first millisecond, rows.
SELECT p.partition_number, v.value AS from_received_at, p.rows
FROM sys.partitions p
LEFT JOIN sys.partition_range_values v ON v.boundary_id = p.partition_number - 1
  AND v.function_id = (SELECT function_id FROM sys.partition_functions WHERE name = N'pf_event_month')
WHERE p.object_id = OBJECT_ID(N'event') AND p.index_id = 1
ORDER BY p.partition_number;
