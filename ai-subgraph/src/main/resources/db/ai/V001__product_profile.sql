-- Our copy of what the catalogue says about its products. Read as a whole to build the index; the catalogue can fill it again.
create table product_profile (
    id         uuid        primary key,
    updated_at timestamptz not null,
    -- When we wrote this row: a sweep removes only what was there before it began.
    read_at    timestamptz not null,
    profile    jsonb       not null
);

-- One row: how far the catalogue was read.
create table catalog_sync (
    only_row          boolean     primary key default true check (only_row),
    newest_updated_at timestamptz,
    completed_at      timestamptz,
    -- Another one whenever a profile changes, never one that was there before.
    version           uuid        not null default gen_random_uuid()
);

insert into catalog_sync default values;
