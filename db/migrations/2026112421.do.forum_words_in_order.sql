-- Words that begin alike stand next to each other, whatever order of letters the database was made with: looking for
-- a beginning is one look into the index then.

alter table forum_words alter column word type text collate "C";
