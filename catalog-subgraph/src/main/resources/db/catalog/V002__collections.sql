create table collection (
  id             uuid        primary key,
  handle         text        not null unique,
  title_en       text        not null,
  title_ko       text        not null,
  description_en text        not null,
  description_ko text        not null,
  seo            jsonb       not null,
  image          jsonb,
  updated_at     timestamptz not null default now()
);
comment on column collection.image is '{path, altText: {en, ko}, width, height}';

create table collection_product (
  collection_id uuid not null references collection on delete cascade,
  product_id    uuid not null references product on delete cascade,
  position      int  not null,
  primary key (collection_id, product_id)
);
create index collection_product_by_position on collection_product (collection_id, position, product_id);
create index collection_product_by_product on collection_product (product_id);

create trigger touched before update on collection
  for each row execute function touch();

create function touch_members() returns trigger language plpgsql as $$
begin
  update collection set updated_at = now() where id in (select collection_id from changed);
  update product set updated_at = now() where id in (select product_id from changed);
  if tg_op = 'UPDATE' then
    update collection set updated_at = now() where id in (select collection_id from former);
    update product set updated_at = now() where id in (select product_id from former);
  end if;
  return null;
end
$$;

create trigger added after insert on collection_product referencing new table as changed
  for each statement execute function touch_members();
create trigger altered after update on collection_product referencing new table as changed old table as former
  for each statement execute function touch_members();
create trigger removed after delete on collection_product referencing old table as changed
  for each statement execute function touch_members();
