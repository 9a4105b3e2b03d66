create table page (
  id         uuid        primary key,
  handle     text        not null unique,
  title_en   text        not null,
  title_ko   text        not null,
  body_en    text        not null,
  body_ko    text        not null,
  seo        jsonb       not null,
  created_at timestamptz not null,
  updated_at timestamptz not null default now()
);

create trigger touched before update on page
  for each row execute function touch();

create table menu (
  handle text  primary key,
  items  jsonb not null
);
comment on column menu.items is '[{title: {en, ko}, url, items: [...]}]';
