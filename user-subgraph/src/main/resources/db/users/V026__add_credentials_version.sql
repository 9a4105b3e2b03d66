-- Grows with each new password, sign-out from everywhere, change of roles, and closing. What has been proved with an
-- older version is worth nothing.
alter table account
    add column credentials integer not null default 0;

alter table oauth_code
    add column credentials integer not null default 0;
