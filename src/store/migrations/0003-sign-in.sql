-- Who a person is, whatever MSPs they work with: none of these tables belongs to a tenant.
create table users (
  user_id text primary key,
  email text not null unique,
  email_verified boolean not null,
  name text not null,
  image text,
  two_factor_enabled boolean not null default false,
  created_at text not null,
  updated_at text not null
);

-- Somebody signed in on one device. `token` is worth nothing without the server's signature, which only the cookie bears.
create table sessions (
  session_id text primary key,
  token text not null unique,
  user_id text not null references users (user_id),
  created_at text not null,
  updated_at text not null,
  expires_at text not null,
  ip_address text,
  user_agent text,
  -- how they signed in, when they were last heard of, and when they last proved who they are
  method text,
  seen_at text,
  fresh_at text
);
create index sessions_by_user on sessions (user_id, session_id);

-- A way to prove who one is: a password, or the account at a single sign-on issuer.
create table accounts (
  account_id text primary key,
  provider_id text not null,
  subject text not null,
  user_id text not null references users (user_id),
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at text,
  refresh_token_expires_at text,
  scope text,
  created_at text not null,
  updated_at text not null,
  unique (provider_id, subject)
);
create index accounts_by_user on accounts (user_id);

-- What a sign-in that has begun must remember: challenges, states.
create table verifications (
  verification_id text primary key,
  identifier text not null,
  value text not null,
  expires_at text not null,
  created_at text not null,
  updated_at text not null
);
create index verifications_by_identifier on verifications (identifier);
create index verifications_by_end on verifications (expires_at);

create table two_factors (
  two_factor_id text primary key,
  user_id text not null unique references users (user_id),
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until text
);

create table passkeys (
  passkey_id text primary key,
  user_id text not null references users (user_id),
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at text
);
create index passkeys_by_user on passkeys (user_id, passkey_id);

-- A link that proves who has it: sent to an address, or printed on the terminal. Used once; what is kept is its hash.
create table mailed_links (
  secret_sha256 text primary key,
  kind text not null check (kind in ('sign-in', 'password', 'email', 'set-up')),
  user_id text references users (user_id),
  email text,
  created_at text not null,
  ends_at text not null
);
create index mailed_links_by_end on mailed_links (ends_at);

-- How often something was tried, until when it is counted. The bucket's name is a keyed hash.
create table sign_in_limits (
  bucket text primary key,
  tried integer not null,
  ends_at text not null
);
create index sign_in_limits_by_end on sign_in_limits (ends_at);
