create table account (
    id            uuid primary key,
    -- In lower case, so that uniqueness does not depend on it.
    email         text not null unique check (email = lower(email) and char_length(email) <= 254),
    display_name  text not null check (char_length(display_name) between 1 and 80),
    -- Argon2id in PHC string format.
    password_hash text not null check (password_hash like '$argon2id$%'),
    roles         text[] not null check (
        cardinality(roles) > 0 and roles <@ array ['CUSTOMER', 'PARTNER', 'STAFF', 'ADMIN']),
    created_at    timestamptz not null
);
