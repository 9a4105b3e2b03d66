-- Signing keys in the order of their use. Whoever inserts the next generation first makes it, all others use it.
-- The key of the latest begun generation signs; a later one is published already, an earlier one for a while still.
create table token_key (
    generation int primary key check (generation > 0),
    kid        text not null unique,
    jwk        text not null,
    signs_from timestamptz not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

insert into token_key (generation, kid, jwk, signs_from, created_at)
select 1, jwk::jsonb ->> 'kid', jwk, created_at, created_at
  from signing_key
 where jwk::jsonb ->> 'kid' is not null;
