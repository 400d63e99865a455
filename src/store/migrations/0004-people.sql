-- Somebody who is not the MSP's own, let into one engagement: its signatory, a reviewer, an assessor for a time.
create table seats (
  tenant_id text not null,
  engagement_id text not null,
  user_id text not null,
  role text not null check (role in ('signatory', 'reviewer', 'assessor')),
  -- the first moment at which it no longer holds
  ends_at text,
  created_at text not null,
  created_by text not null,
  primary key (tenant_id, engagement_id, user_id),
  foreign key (tenant_id, engagement_id) references engagements (tenant_id, engagement_id)
);
create index seats_by_user on seats (user_id);

-- Sent to an address; whoever signs in with it may take the part that it offers, once.
create table invitations (
  tenant_id text not null references tenants (tenant_id),
  invitation_id text not null,
  email text not null,
  role text not null,
  engagement_id text,
  seat_ends_at text,
  secret_sha256 text not null,
  created_at text not null,
  created_by text not null,
  ends_at text not null,
  state text not null check (state in ('open', 'accepted', 'withdrawn')),
  settled_at text,
  settled_by text,
  primary key (tenant_id, invitation_id)
);
create index invitations_by_secret on invitations (secret_sha256);
create index invitations_by_email on invitations (email, state);
create index invitations_by_engagement on invitations (tenant_id, engagement_id, invitation_id);

-- A person's own key to the API, in one tenant; what is kept is its hash.
create table tokens (
  tenant_id text not null references tenants (tenant_id),
  token_id text not null,
  user_id text not null,
  name text not null,
  secret_sha256 text not null,
  scopes text not null,
  created_at text not null,
  ends_at text not null,
  last_used_at text,
  withdrawn_at text,
  primary key (tenant_id, token_id)
);
create index tokens_by_secret on tokens (secret_sha256);
create index tokens_by_user on tokens (tenant_id, user_id, token_id);
