-- What begins with a sign-in, and ends for all tokens that came of it.
create table session (
    id         uuid primary key,
    account_id uuid not null references account on delete cascade,
    -- The OAuth client that the account's owner let in; null when it is the shop itself.
    client_id  text,
    scopes     text[] not null,
    opened_at  timestamptz not null,
    expires_at timestamptz not null,
    closed_at  timestamptz,
    closed_for text check (closed_for in ('SIGN_OUT', 'REUSE')),
    check ((closed_at is null) = (closed_for is null))
);

create index on session (account_id);
create index on session (expires_at);

-- Each is good for one use, which makes the next one. Spent ones are kept to notice when one comes back.
create table refresh_token (
    -- SHA-256 of the token, which is 256 random bits.
    hash       bytea primary key check (octet_length(hash) = 32),
    session_id uuid not null references session on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz
);

create index on refresh_token (session_id);
create index on refresh_token (expires_at);
