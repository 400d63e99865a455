-- Mail that waits, was sent, or could not be: written in the transaction of the change that causes it.
create table messages (
  tenant_id text not null references tenants (tenant_id),
  message_id text not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'discarded')),
  attempts integer not null,
  next_at text not null,
  -- whoever took it has it until then: also the mark by which it says how the attempt went
  taken_until text,
  failure text,
  made_at text not null,
  sent_at text,
  primary key (tenant_id, message_id)
);
create index messages_waiting on messages (state, next_at);
create index messages_by_state on messages (tenant_id, state, message_id);

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
  -- the key that signs, and after a rotation for a while the one before; sealed with DEMARC_SECRET
  secret text not null,
  version bigint not null,
  -- a removed one stays for its deliveries: an edit that queues one meanwhile must not fail for it
  state text not null check (state in ('active', 'paused', 'removed')),
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
  -- claimed: by the change's own transaction; withheld: the answer held a secret, or bytes
  state text not null check (state in ('claimed', 'answered', 'withheld')),
  status integer,
  headers text,
  body text,
  made_at text not null,
  primary key (tenant_id, user_id, idempotency_key)
);
create index answers_given_by_age on answers_given (made_at);
