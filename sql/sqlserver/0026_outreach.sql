-- Tickets for many clinics at once. Who it is for is frozen when it begins, in parts; each part is done in one transaction, so an outreach that was cut off
-- goes on with the next part, and what became of each clinic is known.
CREATE TABLE outreach (
  id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  request_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  filter nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, -- query string of the list that was chosen from
  state nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL, -- running, done, undoing, undone
  organisations int NOT NULL,
  made int NOT NULL,
  left_out int NOT NULL,
  taken_back int NOT NULL,
  staying int NOT NULL,
  assignees nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, -- JSON: who gets the tickets in turn
  asked_too int NOT NULL,
  actor_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  actor_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  begun_at bigint NOT NULL,
  finished_at bigint NULL,
  undone_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  undone_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  undone_at bigint NULL,
  CONSTRAINT pk_outreach PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_outreach_request ON outreach (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX ix_outreach_state ON outreach (state, begun_at, id);
CREATE INDEX ix_outreach_begun ON outreach (begun_at, id);

CREATE TABLE outreach_part (
  outreach_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  number int NOT NULL,
  organisations nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, -- JSON: ids, and why one was left out at once
  done int NOT NULL,
  CONSTRAINT pk_outreach_part PRIMARY KEY (outreach_id, number),
  CONSTRAINT fk_outreach_part_outreach FOREIGN KEY (outreach_id) REFERENCES outreach (id)
);
CREATE INDEX ix_outreach_part_done ON outreach_part (outreach_id, done, number);

CREATE TABLE outreach_outcome (
  outreach_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL, -- made, left-out, taken-back, stays
  ticket_number bigint NULL,
  why nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  because nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  CONSTRAINT pk_outreach_outcome PRIMARY KEY (outreach_id, organisation_id),
  CONSTRAINT fk_outreach_outcome_outreach FOREIGN KEY (outreach_id) REFERENCES outreach (id)
);
CREATE INDEX ix_outreach_outcome ON outreach_outcome (outreach_id, outcome, ticket_number, organisation_id);
CREATE INDEX ix_outreach_outcome_ticket ON outreach_outcome (ticket_number);
