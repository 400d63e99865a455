-- Mail that waits, was sent, or could not be: written in the transaction of the change that causes it.
create table messages (
  tenant_id text not null references tenants (tenant_id),
  message_id text not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null,
  next_at text not null,
  taken_until text,
  failure text,
  made_at text not null,
  sent_at text,
  primary key (tenant_id, message_id)
);
create index messages_waiting on messages (state, next_at);

-- The same for what belongs to no tenant: links that sign a person in.
create table system_messages (
  message_id text primary key,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null,
  next_at text not null,
  taken_until text,
  failure text,
  made_at text not null,
  sent_at text
);
create index system_messages_waiting on system_messages (state, next_at);

create table webhooks (
  tenant_id text not null references tenants (tenant_id),
  webhook_id text not null,
  url text not null,
  -- kinds of events that it wants; an empty list is all
  kinds text not null,
  secret text not null,
  version bigint not null,
  state text not null check (state in ('active', 'paused')),
  made_at text not null,
  made_by text not null,
  primary key (tenant_id, webhook_id)
);

create table deliveries (
  tenant_id text not null,
  delivery_id text not null,
  webhook_id text not null,
  event_seq bigint not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null,
  next_at text not null,
  taken_until text,
  status integer,
  failure text,
  made_at text not null,
  sent_at text,
  primary key (tenant_id, delivery_id),
  foreign key (tenant_id, webhook_id) references webhooks (tenant_id, webhook_id)
);
create index deliveries_waiting on deliveries (state, next_at);
create index deliveries_by_webhook on deliveries (tenant_id, webhook_id, delivery_id);

-- What was answered to a request that may be sent twice.
create table answers_given (
  tenant_id text not null references tenants (tenant_id),
  user_id text not null,
  idempotency_key text not null,
  request_sha256 text not null,
  status integer not null,
  headers text not null,
  body text not null,
  made_at text not null,
  primary key (tenant_id, user_id, idempotency_key)
);
