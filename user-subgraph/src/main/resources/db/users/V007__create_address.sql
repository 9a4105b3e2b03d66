create table address (
    id           uuid primary key,
    account_id   uuid not null references account on delete cascade,
    name         text not null,
    line1        text not null,
    line2        text,
    city         text not null,
    region       text,
    postal_code  text,
    country_code text not null check (country_code ~ '^[A-Z]{2}$'),
    phone        text,
    is_default   boolean not null,
    created_at   timestamptz not null
);

create index on address (account_id, created_at, id);

-- Never two defaults, whoever forgets to take the account's lock.
create unique index on address (account_id) where is_default;
