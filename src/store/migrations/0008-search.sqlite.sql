create table search_engagements (
  number integer primary key autoincrement,
  tenant_id text not null,
  engagement_id text not null,
  -- how many rows it ever had
  rows integer not null,
  unique (tenant_id, engagement_id)
);
create table search_rows (
  doc integer primary key,
  tenant_id text not null,
  engagement_id text not null,
  activity_id text not null,
  unique (tenant_id, engagement_id, activity_id)
);
-- Words come plain from core/plain-text.ts: all that is left to do is to part them at blanks. `rowid` is `doc`.
create virtual table search_words using fts5 (
  words,
  marks,
  content = '',
  contentless_delete = 1,
  detail = column,
  tokenize = "ascii tokenchars ':_-'",
  prefix = '2 3'
);
