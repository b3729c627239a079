-- Engineers ask in their own words: the questions, with their answers, stay with the escalation. A list in JSON, because it is only ever read whole.
ALTER TABLE escalation ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';
