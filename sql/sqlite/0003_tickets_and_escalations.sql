-- Who works on what: tickets with everything that happened to them, and what was handed to the engineers.

-- Numbers that people say to each other. Counted up inside the transaction that uses them, so none is given twice.
CREATE TABLE number_sequence (
  name TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  CONSTRAINT pk_number_sequence PRIMARY KEY (name)
) STRICT;
INSERT INTO number_sequence (name, last_number) VALUES ('ticket', 1000);
INSERT INTO number_sequence (name, last_number) VALUES ('escalation', 0);

-- Everybody who worked here, by the name they had last.
CREATE TABLE person (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  CONSTRAINT pk_person PRIMARY KEY (id)
) STRICT;

CREATE TABLE ticket (
  number INTEGER NOT NULL,
  organisation_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  reporter TEXT NULL,
  external_url TEXT NULL,
  status TEXT NOT NULL,
  assignee_id TEXT NULL,
  assignee_name TEXT NULL,
  answers TEXT NOT NULL,
  asked_again TEXT NOT NULL,
  checklist TEXT NOT NULL,
  verdict TEXT NULL,
  criterion TEXT NULL,
  playbook_version TEXT NULL,
  verdict_at INTEGER NULL,
  remind_at INTEGER NULL,
  returned_at INTEGER NULL,
  mended_by TEXT NULL,
  mended_detail TEXT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by_id TEXT NOT NULL,
  created_by_name TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  health_when_touched TEXT NOT NULL,
  request_id TEXT NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (number),
  CONSTRAINT fk_ticket_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) STRICT;
CREATE INDEX ix_ticket_status ON ticket (status, number);
CREATE INDEX ix_ticket_assignee ON ticket (assignee_id, status, number);
CREATE INDEX ix_ticket_organisation ON ticket (organisation_id, status, number);
CREATE UNIQUE INDEX ux_ticket_request ON ticket (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE ticket_activity (
  id TEXT NOT NULL,
  ticket_number INTEGER NOT NULL,
  organisation_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT pk_ticket_activity PRIMARY KEY (id),
  CONSTRAINT fk_ticket_activity_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;
CREATE INDEX ix_ticket_activity_ticket ON ticket_activity (ticket_number, version, id);
CREATE INDEX ix_ticket_activity_organisation ON ticket_activity (organisation_id, at, id);

CREATE TABLE ticket_note (
  id TEXT NOT NULL,
  ticket_number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT pk_ticket_note PRIMARY KEY (id),
  CONSTRAINT fk_ticket_note_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;
CREATE INDEX ix_ticket_note_ticket ON ticket_note (ticket_number, at, id);

-- The bytes stand last, so that lists of screenshots never read them.
CREATE TABLE ticket_screenshot (
  id TEXT NOT NULL,
  ticket_number INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  bytes BLOB NOT NULL,
  CONSTRAINT pk_ticket_screenshot PRIMARY KEY (id),
  CONSTRAINT fk_ticket_screenshot_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;
CREATE INDEX ix_ticket_screenshot_ticket ON ticket_screenshot (ticket_number, at, id);

-- Each evaluation that changed a verdict, with the edition of the playbook and the facts it saw.
CREATE TABLE ticket_run (
  ticket_number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  playbook_version TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL,
  criterion TEXT NULL,
  CONSTRAINT pk_ticket_run PRIMARY KEY (ticket_number, version),
  CONSTRAINT fk_ticket_run_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;

CREATE TABLE escalation (
  number INTEGER NOT NULL,
  ticket_number INTEGER NOT NULL,
  organisation_id TEXT NOT NULL,
  status TEXT NOT NULL,
  criterion TEXT NULL,
  verdict TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  submitted_by_id TEXT NOT NULL,
  submitted_by_name TEXT NOT NULL,
  override_reason TEXT NULL,
  engineer_id TEXT NULL,
  engineer_name TEXT NULL,
  questions TEXT NOT NULL,
  packet_json TEXT NOT NULL,
  packet_markdown TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT pk_escalation PRIMARY KEY (number),
  CONSTRAINT fk_escalation_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;
CREATE INDEX ix_escalation_status ON escalation (status, number);
CREATE INDEX ix_escalation_ticket ON escalation (ticket_number, number);
-- At most one open escalation a ticket, whatever two people press at once.
CREATE UNIQUE INDEX ux_escalation_open ON escalation (ticket_number) WHERE status <> 'resolved';

CREATE TRIGGER tr_escalation_packet_frozen BEFORE UPDATE OF packet_json, packet_markdown ON escalation
BEGIN
  SELECT RAISE(ABORT, 'A packet never changes.');
END;

CREATE TABLE escalation_log (
  id TEXT NOT NULL,
  escalation_number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT pk_escalation_log PRIMARY KEY (id),
  CONSTRAINT fk_escalation_log_escalation FOREIGN KEY (escalation_number) REFERENCES escalation (number)
) STRICT;
CREATE INDEX ix_escalation_log_escalation ON escalation_log (escalation_number, version, id);
