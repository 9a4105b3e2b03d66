-- Texts stand in English and Korean beside each other. What is only ever read together with its product (options,
-- attributes, seo) is one jsonb column; a text in it is {"en": ..., "ko": ...}.
create table product (
  id                  uuid        primary key,
  handle              text        not null unique,
  title_en            text        not null,
  title_ko            text        not null,
  description_html_en text        not null,
  description_html_ko text        not null,
  vendor              text        not null,
  product_type_en     text        not null,
  product_type_ko     text        not null,
  tags_en             text[]      not null,
  tags_ko             text[]      not null,
  options             jsonb       not null,
  attributes          jsonb       not null,
  seo                 jsonb       not null,
  available_for_sale  boolean     not null default false,
  price_ranges        jsonb       not null default '{}',
  created_at          timestamptz not null,
  updated_at          timestamptz not null default now(),
  published_at        timestamptz not null
);
comment on column product.available_for_sale is 'kept by refresh_products: whether a variant is available';
comment on column product.price_ranges is 'kept by refresh_products: {currency: {min, max, compareAtMin, compareAtMax}}';
create index product_by_update on product (updated_at, id);

create table product_image (
  id          uuid not null primary key,
  product_id  uuid not null references product on delete cascade,
  position    int  not null,
  path        text not null,
  alt_text_en text not null,
  alt_text_ko text not null,
  width       int  not null check (width > 0),
  height      int  not null check (height > 0)
);
create index product_image_by_product on product_image (product_id, position, id);

create table product_variant (
  id                uuid    primary key,
  product_id        uuid    not null references product on delete cascade,
  position          int     not null,
  sku               text    not null unique,
  barcode           text,
  selected_options  jsonb   not null,
  image_id          uuid    references product_image on delete set null,
  available         boolean not null,
  requires_shipping boolean not null,
  weight_grams      int     check (weight_grams > 0)
);
create index product_variant_by_product on product_variant (product_id, position, id);

-- In minor units: won, cents.
create table variant_price (
  variant_id uuid   not null references product_variant on delete cascade,
  currency   text   not null,
  amount     bigint not null check (amount >= 0),
  compare_at bigint check (compare_at > amount),
  primary key (variant_id, currency)
);

-- Whoever writes, the summary of a product stays true, and those who follow updated_at see the change.
create function refresh_products(changed uuid[]) returns void language sql as $$
  update product p
     set updated_at = now(),
         available_for_sale = exists (select from product_variant v where v.product_id = p.id and v.available),
         price_ranges = (
           select coalesce(jsonb_object_agg(r.currency, r.range), '{}')
             from (select vp.currency,
                          jsonb_build_object(
                            'min', min(vp.amount), 'max', max(vp.amount),
                            'compareAtMin', min(vp.compare_at), 'compareAtMax', max(vp.compare_at)) as range
                     from product_variant v
                     join variant_price vp on vp.variant_id = v.id
                    where v.product_id = p.id
                    group by vp.currency) r)
   where p.id = any (changed)
$$;

create function refresh_products_of_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform refresh_products(array(select product_id from changed union select product_id from former));
  else
    perform refresh_products(array(select distinct product_id from changed));
  end if;
  return null;
end
$$;

create function refresh_products_of_prices() returns trigger language plpgsql as $$
begin
  perform refresh_products(array(
    select distinct v.product_id from changed join product_variant v on v.id = changed.variant_id));
  return null;
end
$$;

create function touch() returns trigger language plpgsql as $$
begin
  new.updated_at = now();
  return new;
end
$$;

create trigger touched before update on product
  for each row execute function touch();

create trigger added after insert on product_variant referencing new table as changed
  for each statement execute function refresh_products_of_rows();
create trigger altered after update on product_variant referencing new table as changed old table as former
  for each statement execute function refresh_products_of_rows();
create trigger removed after delete on product_variant referencing old table as changed
  for each statement execute function refresh_products_of_rows();

create trigger added after insert on product_image referencing new table as changed
  for each statement execute function refresh_products_of_rows();
create trigger altered after update on product_image referencing new table as changed old table as former
  for each statement execute function refresh_products_of_rows();
create trigger removed after delete on product_image referencing old table as changed
  for each statement execute function refresh_products_of_rows();

create trigger added after insert on variant_price referencing new table as changed
  for each statement execute function refresh_products_of_prices();
create trigger altered after update on variant_price referencing new table as changed
  for each statement execute function refresh_products_of_prices();
create trigger removed after delete on variant_price referencing old table as changed
  for each statement execute function refresh_products_of_prices();
