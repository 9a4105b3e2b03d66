-- Lives in a PostgreSQL schema of its own, beside each service's tables.

-- Events that the bus does not have yet. Rows leave when it does.
create table outbox (
    -- In the order of commits, as far as one key is concerned.
    position    bigint generated always as identity primary key,
    -- Events of one key share a lane, and one relay at a time works on a lane.
    lane        smallint    not null,
    event_id    uuid        not null,
    type        text        not null,
    key         text        not null,
    happened_at timestamptz not null,
    data        text        not null,
    trace       text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index outbox_lane on outbox (lane, position);

create table relay_lane (
    lane smallint primary key
);
insert into relay_lane (lane) select generate_series(0, 15);

-- What has been received. Whoever inserts the row takes care of the event.
create table inbox (
    consumer_group text        not null,
    event_id       uuid        not null,
    received_at    timestamptz not null,
    primary key (consumer_group, event_id)
);
create index inbox_received on inbox (consumer_group, received_at);

-- Events that failed, each with those of its key that came after it.
create table waiting (
    position        bigint generated always as identity primary key,
    consumer_group  text        not null,
    -- Topic and key: who waits in the same line.
    line            text        not null,
    event_id        uuid        not null,
    type            text        not null,
    key             text        not null,
    happened_at     timestamptz not null,
    data            text        not null,
    trace           text,
    -- 0: has not been tried, for it waits behind another one.
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    -- Tried often enough: somebody has to look at it. Those behind it wait as well.
    dead            boolean     not null,
    reason          text,
    waiting_since   timestamptz not null,
    unique (consumer_group, event_id)
);
create index waiting_line on waiting (consumer_group, line, position);
create index waiting_dead on waiting (position) where dead;
