-- The MSP's own services: started from the library, worded and priced in its own way.
create table offerings (
  tenant_id text not null references tenants (tenant_id),
  offering_id text not null,
  position integer not null,
  version bigint not null,
  body text not null,
  -- of the library's offering that it was started from, as it was then
  origin_digest text,
  changed_at text not null,
  changed_by text not null,
  archived_at text,
  primary key (tenant_id, offering_id)
);

-- The MSP's own wording over the library: a row for each activity that it words otherwise, adds, or leaves out.
create table wordings (
  tenant_id text not null references tenants (tenant_id),
  activity_id text not null,
  version bigint not null,
  kind text not null check (kind in ('worded', 'added', 'left-out')),
  -- the activity in its own words; none where it is left out
  body text,
  -- of the library's activity that it stands over, as its editor saw it
  origin_digest text,
  changed_at text not null,
  changed_by text not null,
  primary key (tenant_id, activity_id)
);
create table template_heads (
  tenant_id text not null primary key references tenants (tenant_id),
  version bigint not null
);
