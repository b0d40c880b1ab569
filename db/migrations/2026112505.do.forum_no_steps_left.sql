-- What its author took away keeps neither the day nor the step that it was written at.
update topics set author_step = null where removed_at is not null and author_step is not null;
update replies set author_step = null where removed_at is not null and author_step is not null;
