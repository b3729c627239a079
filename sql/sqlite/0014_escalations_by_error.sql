-- Escalations of one error stand together: the error of the packet, which never changes, as a column.
ALTER TABLE escalation ADD COLUMN error_group_id TEXT NULL;
UPDATE escalation SET error_group_id = json_extract(packet_json, '$.errorGroup.id') WHERE json_valid(packet_json) = 1;
CREATE INDEX ix_escalation_error_group ON escalation (error_group_id, status, number) WHERE error_group_id IS NOT NULL;
