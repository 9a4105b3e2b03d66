-- What handlers of the tests do: they write down each event that they get.
create table effect (
    position bigint generated always as identity primary key,
    key      text not null,
    number   int  not null
);
