-- Who works on what: tickets with everything that happened to them, and what was handed to the engineers.

-- Numbers that people say to each other. Counted up inside the transaction that uses them, so none is given twice.
CREATE TABLE number_sequence (
  name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  last_number bigint NOT NULL,
  CONSTRAINT pk_number_sequence PRIMARY KEY (name)
);
INSERT INTO number_sequence (name, last_number) VALUES ('ticket', 1000);
INSERT INTO number_sequence (name, last_number) VALUES ('escalation', 0);

-- Everybody who worked here, by the name they had last.
CREATE TABLE person (
  id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  seen_at bigint NOT NULL,
  CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE ticket (
  number bigint NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  subject nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  reporter nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  external_url nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
  status nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  assignee_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  assignee_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  answers nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  asked_again nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  checklist nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  verdict nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  criterion nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  playbook_version nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  verdict_at bigint NULL,
  remind_at bigint NULL,
  returned_at bigint NULL,
  mended_by nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  mended_detail nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
  version int NOT NULL,
  created_at bigint NOT NULL,
  created_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  created_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  updated_at bigint NOT NULL,
  touched_at bigint NOT NULL,
  health_when_touched nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  request_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (number),
  CONSTRAINT fk_ticket_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
CREATE INDEX ix_ticket_status ON ticket (status, number);
CREATE INDEX ix_ticket_assignee ON ticket (assignee_id, status, number);
CREATE INDEX ix_ticket_organisation ON ticket (organisation_id, status, number);
CREATE UNIQUE INDEX ux_ticket_request ON ticket (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE ticket_activity (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ticket_number bigint NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  version int NOT NULL,
  at bigint NOT NULL,
  actor_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  kind nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  text nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_ticket_activity PRIMARY KEY (id),
  CONSTRAINT fk_ticket_activity_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);
CREATE INDEX ix_ticket_activity_ticket ON ticket_activity (ticket_number, version, id);
CREATE INDEX ix_ticket_activity_organisation ON ticket_activity (organisation_id, at, id);

CREATE TABLE ticket_note (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ticket_number bigint NOT NULL,
  at bigint NOT NULL,
  actor_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  text nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_ticket_note PRIMARY KEY (id),
  CONSTRAINT fk_ticket_note_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);
CREATE INDEX ix_ticket_note_ticket ON ticket_note (ticket_number, at, id);

-- The bytes stand last, so that lists of screenshots never read them.
CREATE TABLE ticket_screenshot (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ticket_number bigint NOT NULL,
  file_name nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  content_type nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  size int NOT NULL,
  at bigint NOT NULL,
  actor_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  bytes varbinary(max) NOT NULL,
  CONSTRAINT pk_ticket_screenshot PRIMARY KEY (id),
  CONSTRAINT fk_ticket_screenshot_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);
CREATE INDEX ix_ticket_screenshot_ticket ON ticket_screenshot (ticket_number, at, id);

-- Each evaluation that changed a verdict, with the edition of the playbook and the facts it saw.
CREATE TABLE ticket_run (
  ticket_number bigint NOT NULL,
  version int NOT NULL,
  at bigint NOT NULL,
  playbook_version nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  facts nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  verdict nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  criterion nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  CONSTRAINT pk_ticket_run PRIMARY KEY (ticket_number, version),
  CONSTRAINT fk_ticket_run_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);

CREATE TABLE escalation (
  number bigint NOT NULL,
  ticket_number bigint NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  status nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  criterion nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  verdict nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  submitted_at bigint NOT NULL,
  submitted_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  submitted_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  override_reason nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
  engineer_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  engineer_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  questions nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  packet_json nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  packet_markdown nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  version int NOT NULL,
  updated_at bigint NOT NULL,
  CONSTRAINT pk_escalation PRIMARY KEY (number),
  CONSTRAINT fk_escalation_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);
CREATE INDEX ix_escalation_status ON escalation (status, number);
CREATE INDEX ix_escalation_ticket ON escalation (ticket_number, number);
-- At most one open escalation a ticket, whatever two people press at once.
CREATE UNIQUE INDEX ux_escalation_open ON escalation (ticket_number) WHERE status <> 'resolved';

GO

CREATE TRIGGER tr_escalation_packet_frozen ON escalation AFTER UPDATE AS
BEGIN
  IF UPDATE(packet_json) OR UPDATE(packet_markdown)
    THROW 51000, 'A packet never changes.', 1;
END;
GO

CREATE TABLE escalation_log (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  escalation_number bigint NOT NULL,
  version int NOT NULL,
  at bigint NOT NULL,
  actor_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  actor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  kind nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  text nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_escalation_log PRIMARY KEY (id),
  CONSTRAINT fk_escalation_log_escalation FOREIGN KEY (escalation_number) REFERENCES escalation (number)
);
CREATE INDEX ix_escalation_log_escalation ON escalation_log (escalation_number, version, id);
