-- Companies that sell the shop's products elsewhere.
create table partner (
    id            uuid primary key,
    name          text not null check (char_length(name) between 1 and 80),
    contact_email text not null check (char_length(contact_email) <= 254),
    status        text not null check (status in ('ACTIVE', 'SUSPENDED')),
    rate_plan     text not null check (rate_plan in ('TRIAL', 'STANDARD', 'HIGH')),
    created_at    timestamptz not null
);

-- Of the secret only its SHA-256 is kept: 256 random bits need no slow hash.
create table api_key (
    id           uuid primary key,
    partner_id   uuid not null references partner (id),
    name         text not null check (char_length(name) between 1 and 80),
    secret_hash  bytea not null check (octet_length(secret_hash) = 32),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_key_of_partner on api_key (partner_id, created_at, id);
