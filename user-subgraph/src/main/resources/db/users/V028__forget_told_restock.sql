-- From now on a notice is deleted when it is sent, and becomes a subscription again when it has not been for a day.
-- created_at is when there was something to buy again.
delete from restock_notice where sent_at is not null;

-- With it goes the index restock_notice_due, whose condition names it.
alter table restock_notice drop column sent_at;

create index restock_notice_due on restock_notice (due_at);
create index restock_notice_oldest on restock_notice (created_at);
