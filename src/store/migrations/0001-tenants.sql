-- A tenant is an MSP. Every other table that holds a tenant's rows starts its keys with tenant_id.
create table tenants (
  tenant_id text primary key,
  name text not null,
  settings text not null,
  created_at text not null
);

-- The MSP's own people.
create table members (
  tenant_id text not null references tenants (tenant_id),
  user_id text not null,
  role text not null check (role in ('owner', 'editor', 'viewer')),
  created_at text not null,
  primary key (tenant_id, user_id)
);
create index members_by_user on members (user_id);

create table clients (
  tenant_id text not null references tenants (tenant_id),
  client_id text not null,
  name text not null,
  name_key text not null,
  note text,
  version bigint not null,
  created_at text not null,
  archived_at text,
  primary key (tenant_id, client_id)
);
create index clients_by_name on clients (tenant_id, name_key, client_id);

create table contacts (
  tenant_id text not null,
  contact_id text not null,
  client_id text not null,
  name text not null,
  email text,
  title text,
  phone text,
  version bigint not null,
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, client_id) references clients (tenant_id, client_id)
);
create index contacts_by_client on contacts (tenant_id, client_id, contact_id);
