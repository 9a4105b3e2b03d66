-- What is to be told by mail. Written when it is sent, so that no secret lies here.
create table letter (
    id              uuid primary key,
    occasion        text not null,
    recipient       text not null,
    language        text not null,
    -- The row that it is about; which kind of row depends on the occasion.
    about           uuid,
    ordered_at      timestamptz not null,
    useless_at      timestamptz not null,
    attempts        integer not null default 0,
    -- Moved on before each attempt: whoever dies during one has left it to the next.
    next_attempt_at timestamptz not null
);

create index on letter (next_attempt_at);

-- Accounts to be, until somebody has shown that the address is theirs.
create table registration (
    id            uuid primary key,
    -- SHA-256 of the token in the mail; none until it is written.
    token_hash    bytea unique check (octet_length(token_hash) = 32),
    email         text not null,
    password_hash text not null,
    display_name  text,
    language      text not null,
    expires_at    timestamptz not null
);

create index on registration (email);
create index on registration (expires_at);

-- What a mail lets the reader do once. A new one takes the place of the one before.
create table account_token (
    account_id uuid not null references account on delete cascade,
    purpose    text not null check (purpose in ('EMAIL_VERIFICATION', 'PASSWORD_RESET')),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    expires_at timestamptz not null,
    primary key (account_id, purpose)
);

create index on account_token (expires_at);
