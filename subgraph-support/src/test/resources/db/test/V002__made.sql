-- What a producer knows that it has told, so that it can go on after a commit whose outcome it did not learn.
create table made (
    key    text not null,
    number int  not null,
    primary key (key, number)
);
