-- Attempts to sign in that have not succeeded, counted for each address whether it has an account or not.
create table sign_in_failure (
    -- SHA-256 of the e-mail address: nobody shall read here what strangers have tried.
    email_hash   bytea not null check (octet_length(email_hash) = 32),
    -- Where they came from; empty for the count over everywhere.
    network      text not null,
    failures     integer not null,
    since        timestamptz not null,
    locked_until timestamptz,
    -- How often it has been locked in a row.
    locks        integer not null default 0,
    primary key (email_hash, network)
);

create index on sign_in_failure (since);
