-- Tickets for many clinics at once. Who it is for is frozen when it begins, in parts; each part is done in one transaction, so an outreach that was cut off
-- goes on with the next part, and what became of each clinic is known.
CREATE TABLE outreach (
  id TEXT NOT NULL,
  request_id TEXT NULL,
  filter TEXT NOT NULL,                  -- query string of the list that was chosen from
  state TEXT NOT NULL,                   -- running, done, undoing, undone
  organisations INTEGER NOT NULL,
  made INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  taken_back INTEGER NOT NULL,
  staying INTEGER NOT NULL,
  assignees TEXT NOT NULL,               -- JSON: who gets the tickets in turn
  asked_too INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  finished_at INTEGER NULL,
  undone_by_id TEXT NULL,
  undone_by_name TEXT NULL,
  undone_at INTEGER NULL,
  CONSTRAINT pk_outreach PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX ux_outreach_request ON outreach (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX ix_outreach_state ON outreach (state, begun_at, id);
CREATE INDEX ix_outreach_begun ON outreach (begun_at, id);

CREATE TABLE outreach_part (
  outreach_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  organisations TEXT NOT NULL,           -- JSON: ids, and why one was left out at once
  done INTEGER NOT NULL,
  CONSTRAINT pk_outreach_part PRIMARY KEY (outreach_id, number),
  CONSTRAINT fk_outreach_part_outreach FOREIGN KEY (outreach_id) REFERENCES outreach (id)
) STRICT;
CREATE INDEX ix_outreach_part_done ON outreach_part (outreach_id, done, number);

CREATE TABLE outreach_outcome (
  outreach_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  outcome TEXT NOT NULL,                 -- made, left-out, taken-back, stays
  ticket_number INTEGER NULL,
  why TEXT NULL,
  because TEXT NULL,
  CONSTRAINT pk_outreach_outcome PRIMARY KEY (outreach_id, organisation_id),
  CONSTRAINT fk_outreach_outcome_outreach FOREIGN KEY (outreach_id) REFERENCES outreach (id)
) STRICT;
CREATE INDEX ix_outreach_outcome ON outreach_outcome (outreach_id, outcome, ticket_number, organisation_id);
CREATE INDEX ix_outreach_outcome_ticket ON outreach_outcome (ticket_number);
