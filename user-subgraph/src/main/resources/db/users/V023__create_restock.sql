-- Who wants to be told when a variant of the catalogue can be bought again.
create table restock_subscription (
    user_id       uuid not null references account (id),
    variant_id    uuid not null,
    subscribed_at timestamptz not null,
    primary key (variant_id, user_id)
);

create index restock_subscription_newest
    on restock_subscription (user_id, subscribed_at desc, variant_id desc);

-- What they are told. A row is made in the transaction that ends the subscription, and kept until it is sent.
create table restock_notice (
    id         uuid primary key,
    user_id    uuid not null references account (id),
    variant_id uuid not null,
    created_at timestamptz not null,
    failures   integer not null default 0,
    due_at     timestamptz not null,
    sent_at    timestamptz
);

create index restock_notice_due on restock_notice (due_at) where sent_at is null;
create index restock_notice_by_account on restock_notice (user_id);
