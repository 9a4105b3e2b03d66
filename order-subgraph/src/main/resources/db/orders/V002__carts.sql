create table cart (
  -- 128 random bits, not a UUID of any version: the id is the secret that opens a guest's cart.
  id         uuid        primary key,
  buyer_id   uuid,
  note       text,
  currency   text        not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table cart_line (
  id         uuid    primary key,
  cart_id    uuid    not null references cart on delete cascade,
  position   integer not null,
  variant_id uuid    not null,
  quantity   integer not null check (quantity between 1 and 999),
  -- The last price seen, in minor units of the cart's currency: shown when the offer has none any more.
  last_price bigint  not null check (last_price >= 0),
  -- Deferred: one change may hand a variant from one line to another.
  unique (cart_id, variant_id) deferrable initially deferred
);
