alter table account
    add column language          text not null default 'EN' check (language in ('EN', 'KO')),
    add column email_verified_at timestamptz,
    -- Set when its owner gives the account up. Personal data goes some weeks later, and the rest becomes anonymous.
    add column closed_at         timestamptz,
    add column erased_at         timestamptz check (erased_at is null or closed_at is not null);

create index on account (closed_at) where closed_at is not null and erased_at is null;
