create table coupon (
    id               uuid primary key,
    code             text not null unique,
    title            text not null check (char_length(title) between 1 and 200),
    -- Either a part of the price, in hundredths of a percent, or an amount in minor units of the currency.
    percentage       integer check (percentage between 1 and 10000),
    amount           bigint check (amount > 0),
    -- Of all amounts; the coupon is for carts in it. None where there are no amounts.
    currency         text,
    maximum_discount bigint check (maximum_discount > 0),
    minimum_subtotal bigint check (minimum_subtotal > 0),
    use_limit        integer check (use_limit > 0),
    customer_limit   integer check (customer_limit > 0),
    starts_at        timestamptz not null,
    ends_at          timestamptz check (ends_at > starts_at),
    claim_only       boolean not null,
    combinable       boolean not null,
    -- What it is for; for everything when both are empty.
    product_ids      uuid[] not null,
    variant_ids      uuid[] not null,
    created_by       uuid not null,
    created_at       timestamptz not null,
    -- How many orders keep it or have used it. Counted only where there is a limit, so that other coupons are used
    -- without waiting for each other. The check is the second net under the code's own.
    uses             integer not null default 0,
    constraint used_within_limit check (uses between 0 and coalesce(use_limit, 0)),
    check ((percentage is null) <> (amount is null)),
    check ((currency is null) = (num_nonnulls(amount, maximum_discount, minimum_subtotal) = 0))
);

create table coupon_claim (
    coupon_id  uuid not null references coupon,
    user_id    uuid not null,
    claimed_at timestamptz not null,
    primary key (user_id, coupon_id)
);

-- Which order keeps a coupon, has used it, or has given it back.
create table coupon_use (
    coupon_id  uuid not null references coupon,
    order_id   uuid not null,
    -- None for a guest.
    user_id    uuid,
    status     text not null check (status in ('HELD', 'USED', 'RETURNED')),
    held_at    timestamptz not null,
    changed_at timestamptz not null,
    primary key (order_id, coupon_id)
);

create index coupon_use_of_customer on coupon_use (user_id, coupon_id) where status <> 'RETURNED';

alter table cart
    add discount_codes text[] not null default '{}',
    -- Where things would be delivered to, which decides about taxes.
    add country        text check (char_length(country) = 2);
