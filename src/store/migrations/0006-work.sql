-- A document of somebody else, read into claims; the document itself is not kept.
create table imports (
  tenant_id text not null,
  import_id text not null,
  engagement_id text not null,
  name text not null,
  party text not null,
  sha256 text not null,
  version bigint not null,
  -- how it was given: whose document, and what was said of it
  asked text not null,
  -- for a list: how many claims, and what it calls itself
  summary text not null,
  -- corrected: its columns are to be understood otherwise, and it waits to be read again
  state text not null check (state in ('open', 'corrected', 'accepted', 'set-aside')),
  -- the claims document as `demarc import` writes it, without its claims and issues
  body text not null,
  made_at text not null,
  made_by text not null,
  primary key (tenant_id, import_id),
  foreign key (tenant_id, engagement_id) references engagements (tenant_id, engagement_id)
);
create index imports_by_engagement on imports (tenant_id, engagement_id, import_id);

-- Its claims and issues, some hundreds at a time: a document may have a hundred thousand.
create table import_parts (
  tenant_id text not null,
  import_id text not null,
  list text not null check (list in ('claims', 'issues')),
  -- the place of its first entry in the whole list
  first_entry integer not null,
  entries integer not null,
  -- JSON: by what its entries can be chosen, each once
  kinds text not null,
  -- the entries as a JSON array, deflated
  bytes bytea not null,
  primary key (tenant_id, import_id, list, first_entry),
  foreign key (tenant_id, import_id) references imports (tenant_id, import_id)
);

-- How a layout of columns was understood and confirmed, for the next document that looks alike.
create table layouts (
  tenant_id text not null references tenants (tenant_id),
  layout text not null,
  mapping text not null,
  changed_at text not null,
  changed_by text not null,
  primary key (tenant_id, layout)
);

-- Work that takes longer than a request: done by whichever process takes it, once.
create table jobs (
  tenant_id text not null references tenants (tenant_id),
  job_id text not null,
  engagement_id text,
  kind text not null,
  asked text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress integer not null,
  attempts integer not null,
  -- until then the process that took it has it; later another may
  taken_until text,
  -- which taking of it is meant, so that who lost it writes nothing
  lease text,
  failure text,
  -- what the result holds and leaves out
  told text,
  -- of an export of a draft: SHA-256 of its canonical bytes, and a moment at which it stood
  text_digest text,
  text_at text,
  result_name text,
  result_type text,
  result_size integer,
  made_at text not null,
  made_by text not null,
  ended_at text,
  primary key (tenant_id, job_id)
);
create index jobs_waiting on jobs (state, made_at);
create index jobs_by_engagement on jobs (tenant_id, engagement_id, job_id);
create index jobs_by_text on jobs (tenant_id, engagement_id, text_digest);
create index jobs_ended on jobs (ended_at);

create table job_results (
  tenant_id text not null,
  job_id text not null,
  bytes bytea not null,
  primary key (tenant_id, job_id),
  foreign key (tenant_id, job_id) references jobs (tenant_id, job_id)
);

-- What the head of an engagement was before: kept by a trigger, whoever changes it, for the draft as it stood at a moment.
create table past_heads (
  tenant_id text not null,
  engagement_id text not null,
  version bigint not null,
  head text not null,
  ended_at text not null,
  primary key (tenant_id, engagement_id, version),
  foreign key (tenant_id, engagement_id) references engagements (tenant_id, engagement_id)
);
