-- What the catalogue sells, as far as carts need to know. Copied from there; nothing here is the truth.
create table variant_offer (
  id            uuid        primary key,
  product_id    uuid        not null,
  title_ko      text        not null,
  title_en      text        not null,
  variant_title text        not null,
  -- For messages: 'Morning Fog Mug (Grey / 350 ml)'.
  title         text        not null generated always as (
    title_en || case variant_title when 'Default Title' then '' else ' (' || variant_title || ')' end) stored,
  sku           text        not null,
  -- Minor units by currency: {"KRW": 12000, "USD": 899}. A currency that is missing is one it is not sold in.
  prices        jsonb       not null,
  available     boolean     not null,
  -- The catalogue does not have it any more; carts that hold it still show it.
  vanished      boolean     not null default false,
  -- The product's updatedAt that this was read at, so that an older reading never overwrites a newer one.
  updated_at    timestamptz not null
);

create index variant_offer_product on variant_offer (product_id);

-- How far the catalogue was followed. One row.
create table catalog_sync (
  only_row      boolean     primary key default true check (only_row),
  -- The newest updatedAt that was read.
  newest_change timestamptz,
  -- When the last complete reading of everything began.
  full_read_at  timestamptz
);

insert into catalog_sync default values;
