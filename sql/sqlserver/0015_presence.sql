-- Who has a page open now. A row that nobody renews is over by itself.
CREATE TABLE presence (
  page nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL, -- ticket:1043
  visit nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL, -- one open page
  person_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  person_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
  seen_at bigint NOT NULL,
  CONSTRAINT pk_presence PRIMARY KEY (page, visit)
);
