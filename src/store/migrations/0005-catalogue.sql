-- The MSP's own services: started from the library, worded in its own way.
create table offerings (
  tenant_id text not null references tenants (tenant_id),
  offering_id text not null,
  position integer not null,
  version bigint not null,
  body text not null,
  -- the library's offering that it stands over, as its editor saw it; none where the MSP wrote it
  origin text,
  changed_at text not null,
  changed_by text not null,
  archived_at text,
  primary key (tenant_id, offering_id)
);
create index offerings_by_position on offerings (tenant_id, position, offering_id);

-- The MSP's own wording over the library: a row for each activity that it words otherwise, adds, or leaves out.
create table wordings (
  tenant_id text not null references tenants (tenant_id),
  activity_id text not null,
  version bigint not null,
  kind text not null check (kind in ('worded', 'added', 'left-out')),
  -- the activity in its own words; none where it is left out
  body text,
  -- the library's activity that it stands over, as its editor saw it; none where the MSP added it
  origin text,
  changed_at text not null,
  changed_by text not null,
  primary key (tenant_id, activity_id)
);

-- One more with every change of the catalogue or of a wording: the version of the template that is composed from.
create table template_heads (
  tenant_id text not null primary key references tenants (tenant_id),
  version bigint not null
);
