-- Who has given or taken which role, and why. Rows are only ever added.
create table role_change (
    id           uuid primary key,
    user_id      uuid not null,
    changed_by   uuid not null,
    roles_before text[] not null,
    roles_after  text[] not null,
    reason       text not null check (char_length(reason) between 1 and 500),
    changed_at   timestamptz not null
);

create index role_change_of_user on role_change (user_id, changed_at);
