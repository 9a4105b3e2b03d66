create table wishlist_item (
    user_id    uuid not null references account (id),
    -- The catalogue's; whether there is such a product is not known here.
    product_id uuid not null,
    added_at   timestamptz not null,
    primary key (user_id, product_id)
);

create index wishlist_item_newest on wishlist_item (user_id, added_at desc, product_id desc);
