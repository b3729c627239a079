-- Who has a page open now. A row that nobody renews is over by itself.
CREATE TABLE presence (
  page TEXT NOT NULL,                    -- ticket:1043
  visit TEXT NOT NULL,                   -- one open page
  person_id TEXT NOT NULL,
  person_name TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  CONSTRAINT pk_presence PRIMARY KEY (page, visit)
) STRICT;
