create table search_words (
  tenant_id text not null,
  engagement_id text not null,
  activity_id text not null,
  title text not null,
  words text not null,
  vector tsvector not null,
  primary key (tenant_id, engagement_id, activity_id)
);
create index search_words_vector on search_words using gin (vector);
select demarc_guard('search_words');
