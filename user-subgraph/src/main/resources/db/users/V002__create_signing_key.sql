-- The key of installations that configure none. One row: whoever comes first makes it, all others use it.
create table signing_key (
    slot       smallint primary key check (slot = 1),
    jwk        text not null,
    created_at timestamptz not null
);
