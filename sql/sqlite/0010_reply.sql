-- What became of the reply to the clinic: the words that somebody edited, and when it was copied last. One row a ticket, kept beside it so that lists do
-- not read whole letters.
CREATE TABLE ticket_reply (
  ticket_number INTEGER NOT NULL,
  text TEXT NULL,
  rule_id TEXT NULL,
  composed TEXT NULL,
  edited_at INTEGER NULL,
  edited_by_id TEXT NULL,
  edited_by_name TEXT NULL,
  copied_at INTEGER NULL,
  copied_form TEXT NULL,
  copied_version INTEGER NULL,
  copied_by_id TEXT NULL,
  copied_by_name TEXT NULL,
  CONSTRAINT pk_ticket_reply PRIMARY KEY (ticket_number),
  CONSTRAINT fk_ticket_reply_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
) STRICT;
