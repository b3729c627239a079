-- Escalations of one error stand together: the error of the packet, which never changes, as a column.
ALTER TABLE escalation ADD error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE escalation SET error_group_id = JSON_VALUE(packet_json, '$.errorGroup.id') WHERE ISJSON(packet_json) = 1;
CREATE INDEX ix_escalation_error_group ON escalation (error_group_id, status, number) WHERE error_group_id IS NOT NULL;
