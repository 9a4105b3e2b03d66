-- One row per account: what is locked while its points change, and the sums of its entries, which only the trigger below
-- writes. The checks are the second net under the code's own.
create table point_account (
    user_id uuid primary key references account (id),
    balance bigint not null default 0 check (balance between 0 and 2000000000),
    held    bigint not null default 0,
    constraint held_within_balance check (held between 0 and balance)
);

-- What has happened to an account's points, for good: nothing here is ever changed.
create table point_entry (
    id         uuid primary key,
    position   bigint generated always as identity,
    user_id    uuid not null references point_account (user_id),
    kind       text not null,
    -- By how much the entry changes the balance and what is held of it.
    delta      bigint not null,
    held       bigint not null,
    reason     text not null check (char_length(reason) between 1 and 200),
    -- The command's idempotency key; none where the hold, or time, is the reason.
    key        text check (char_length(key) between 1 and 100),
    order_id   uuid,
    -- The hold that was made, spent or given back; its id is that of the entry that made it.
    hold_id    uuid references point_entry (id),
    -- When the earned points expire, or the hold ends by itself.
    expires_at timestamptz,
    at         timestamptz not null,
    unique (user_id, position),
    unique (user_id, key),
    constraint movement_of_its_kind check (
        case kind
            when 'EARN' then delta > 0 and held = 0 and hold_id is null
            when 'SPEND' then delta < 0 and held = case when hold_id is null then 0 else delta end
            when 'HOLD' then delta = 0 and held > 0 and hold_id = id
            when 'RELEASE' then delta = 0 and held < 0 and hold_id is not null
            when 'EXPIRE' then delta < 0 and held = 0 and hold_id is null
            else false
        end)
);

-- A hold ends once.
create unique index point_entry_end_of_hold on point_entry (hold_id) where kind in ('SPEND', 'RELEASE');

create function point_entry_counts() returns trigger language plpgsql as $$
begin
    update point_account
    set balance = balance + new.delta, held = held + new.held
    where user_id = new.user_id;
    return null;
end $$;

create trigger point_entry_counts after insert on point_entry
    for each row execute function point_entry_counts();

create function point_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'entries of points are never changed';
end $$;

create trigger point_entry_stays before update or delete on point_entry
    for each row execute function point_entry_stays();

-- Where an account's points are now: each of a lot, which is named after the entry that earned it and may expire, and
-- either free or in a hold.
create table point_pocket (
    user_id    uuid not null references point_account (user_id),
    lot_id     uuid not null references point_entry (id),
    expires_at timestamptz,
    hold_id    uuid references point_entry (id),
    held_until timestamptz,
    points     bigint not null check (points > 0),
    check ((hold_id is null) = (held_until is null)),
    unique nulls not distinct (lot_id, hold_id)
);

create index point_pocket_by_account on point_pocket (user_id);
create index point_pocket_due on point_pocket ((coalesce(held_until, expires_at)));
