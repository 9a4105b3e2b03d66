-- What our own pictures are drawn from, at the moment that somebody looks at them.
create table drawing (
  handle text primary key,
  title  text not null,
  shape  text not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  scene  int  not null check (scene >= 0)
);
