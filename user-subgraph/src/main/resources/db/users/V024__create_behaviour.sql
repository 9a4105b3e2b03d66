-- Which events were received, so that those which are sent again are not counted again. Nothing about them is kept.
create table behaviour_seen (
    actor    text not null,
    event_id text not null,
    seen_at  timestamptz not null,
    primary key (actor, event_id)
);

create index behaviour_seen_oldest on behaviour_seen (seen_at);
