-- What became of the reply to the clinic: the words that somebody edited, and when it was copied last. One row a ticket, kept beside it so that lists do
-- not read whole letters.
CREATE TABLE ticket_reply (
  ticket_number bigint NOT NULL,
  text nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  rule_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  composed nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  edited_at bigint NULL,
  edited_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  edited_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  copied_at bigint NULL,
  copied_form nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  copied_version int NULL,
  copied_by_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  copied_by_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
  CONSTRAINT pk_ticket_reply PRIMARY KEY (ticket_number),
  CONSTRAINT fk_ticket_reply_ticket FOREIGN KEY (ticket_number) REFERENCES ticket (number)
);
