create table effect (
    position bigint generated always as identity primary key,
    key      text not null,
    number   int  not null
);
