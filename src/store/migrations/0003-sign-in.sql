-- Who a person is, whatever MSPs they work with: none of these tables belongs to a tenant.
create table users (
  user_id text primary key,
  email text not null unique,
  email_verified boolean not null,
  name text not null,
  created_at text not null,
  updated_at text not null
);
