create table search_engagements (
  number bigint generated always as identity,
  tenant_id text not null,
  engagement_id text not null,
  -- how many rows it ever had
  rows integer not null,
  primary key (tenant_id, engagement_id)
);
create table search_rows (
  doc bigint not null,
  tenant_id text not null,
  engagement_id text not null,
  activity_id text not null,
  -- words as they come plain from core/plain-text.ts, and marks
  vector tsvector not null,
  primary key (tenant_id, engagement_id, activity_id),
  unique (tenant_id, doc)
);
create index search_rows_vector on search_rows using gin (vector);
select demarc_guard('search_engagements');
select demarc_guard('search_rows');
