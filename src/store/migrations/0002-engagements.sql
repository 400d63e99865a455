-- `version` goes on with every change, `head_version` only when the head changed. `given_version` of an activity: the version
-- in which it stood as the template gave it.
-- One client relationship under one agreement. The matrix is `head` (all of it but the activities) and its activities, a row
-- each. The figures are those of the portfolio, kept in the transaction that changes what they count.
create table engagements (
  tenant_id text not null,
  engagement_id text not null,
  client_id text not null,
  title text not null,
  title_key text not null,
  state text not null check (state in ('draft', 'archived')),
  version bigint not null,
  head_version bigint not null,
  head text not null,
  activities integer not null,
  settled integer not null,
  not_applicable integer not null,
  open integer not null,
  exposure text not null,
  -- the day; `~`, which is after every day, where none is set
  next_review text not null,
  -- the ids, each between blanks
  frameworks text not null,
  created_at text not null,
  updated_at text not null,
  primary key (tenant_id, engagement_id),
  foreign key (tenant_id, client_id) references clients (tenant_id, client_id)
);
-- Lists and sums are read from these alone, but for the rows that a page shows.
create index engagements_by_client on engagements (
  tenant_id, client_id, engagement_id, state, open, settled, not_applicable, next_review, exposure
);
create index engagements_by_title on engagements (tenant_id, title_key, engagement_id, state, frameworks);
create index engagements_by_open on engagements (tenant_id, open, engagement_id, state, frameworks);
create index engagements_by_review on engagements (tenant_id, next_review, engagement_id, state, frameworks);

create table activities (
  tenant_id text not null,
  engagement_id text not null,
  activity_id text not null,
  position integer not null,
  version bigint not null,
  given_version bigint,
  body text not null,
  changed_at text not null,
  changed_by text not null,
  primary key (tenant_id, engagement_id, activity_id),
  foreign key (tenant_id, engagement_id) references engagements (tenant_id, engagement_id)
);

-- What an activity was before: a row that was changed, removed by somebody, or that composing again no longer asked for. `ended_*` says when and by whom.
create table past_activities (
  tenant_id text not null,
  engagement_id text not null,
  activity_id text not null,
  version bigint not null,
  given_version bigint,
  body text not null,
  changed_at text not null,
  changed_by text not null,
  ended_at text not null,
  ended_by text not null,
  ended text not null check (ended in ('changed', 'removed', 'recomposed')),
  primary key (tenant_id, engagement_id, activity_id, version)
);
create index past_activities_by_end on past_activities (tenant_id, engagement_id, ended_at, activity_id, version)
  where ended <> 'changed';

-- A revision never changes: its canonical bytes, and the same compressed for sending.
create table revisions (
  tenant_id text not null,
  engagement_id text not null,
  number integer not null,
  digest text not null,
  body bytea not null,
  packed bytea not null,
  note text,
  made_at text not null,
  made_by text not null,
  effective text,
  primary key (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagements (tenant_id, engagement_id)
);
create index revisions_by_digest on revisions (tenant_id, digest);

-- Everything that happened, in order; each entry in the transaction of the change that it tells of.
create table events (
  tenant_id text not null,
  seq bigint not null,
  event_id text not null,
  at text not null,
  kind text not null,
  actor text not null,
  engagement_id text,
  subject text not null,
  body text not null,
  primary key (tenant_id, seq)
);
create index events_by_engagement on events (tenant_id, engagement_id, seq);

create table event_heads (
  tenant_id text not null primary key references tenants (tenant_id),
  size bigint not null
);
