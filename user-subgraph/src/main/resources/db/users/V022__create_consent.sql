-- Each decision, for good: the latest one on a purpose counts, the others prove what counted before.
create table consent_decision (
    position bigint generated always as identity primary key,
    user_id  uuid not null references account (id),
    purpose  text not null check (purpose in ('MARKETING_MAIL', 'PERSONALISATION', 'ANALYTICS')),
    granted  boolean not null,
    -- Of the text that was shown.
    version  text not null check (char_length(version) between 1 and 40),
    at       timestamptz not null
);

create index consent_decision_latest on consent_decision (user_id, purpose, position desc);
