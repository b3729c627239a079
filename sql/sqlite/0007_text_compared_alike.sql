-- Subjects are searched by their folded text, made by the program, so that case and accents count as little on this engine as on the other.
-- Tickets that are there already get what the engine itself can do; the next change of one gives it the whole.
ALTER TABLE ticket ADD COLUMN subject_folded TEXT NOT NULL DEFAULT '';
UPDATE ticket SET subject_folded = LOWER(subject);
