-- Engineers ask in their own words: the questions, with their answers, stay with the escalation. A list in JSON, because it is only ever read whole.
ALTER TABLE escalation ADD asked nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_escalation_asked DEFAULT '[]';
