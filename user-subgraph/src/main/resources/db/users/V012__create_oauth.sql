-- Programs that may ask for tokens. Without a secret a client is public: it proves itself by PKCE alone. No id looks like
-- a user's, so that the subject of a client's own token cannot be taken for one.
create table oauth_client (
    id            text primary key check (id ~ '^[a-z0-9][a-z0-9_-]{2,63}$' and id !~ '^user_'),
    name          text not null check (char_length(name) between 1 and 80),
    secret_hash   bytea check (octet_length(secret_hash) = 32),
    -- The shop's own face: owners are not asked for consent.
    first_party   boolean not null default false,
    -- May ask about everybody's tokens and API keys, as a gateway must.
    introspects   boolean not null default false,
    redirect_uris text[] not null,
    grants        text[] not null check (
        grants <@ array ['authorization_code', 'client_credentials', 'refresh_token']),
    scopes        text[] not null,
    partner_id    uuid references partner (id),
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    check (secret_hash is not null or not ('client_credentials' = any (grants) or introspects))
);

create table oauth_consent (
    user_id    uuid not null references account (id),
    client_id  text not null references oauth_client (id),
    scopes     text[] not null,
    granted_at timestamptz not null,
    primary key (user_id, client_id)
);

-- Authorization codes, by their SHA-256. A used one is kept for a while: who shows it again has stolen it, or has been
-- stolen from, and the session that came of it ends.
create table oauth_code (
    code_hash      bytea primary key check (octet_length(code_hash) = 32),
    client_id      text not null references oauth_client (id),
    user_id        uuid not null references account (id),
    redirect_uri   text not null,
    scopes         text[] not null,
    nonce          text,
    code_challenge text not null check (char_length(code_challenge) = 43),
    signed_in_at   timestamptz not null,
    expires_at     timestamptz not null,
    used_at        timestamptz,
    session_id     uuid
);

create index oauth_code_expiry on oauth_code (expires_at);
