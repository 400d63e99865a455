-- Two roles that nobody logs in as: a transaction for one tenant, and one for what belongs to none.
do $$
begin
  create role demarc_tenant nologin;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  create role demarc_system nologin;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant demarc_tenant, demarc_system to %I', current_user);
  execute format('grant usage on schema %I to demarc_tenant, demarc_system', current_schema());
exception when duplicate_object or unique_violation then null;
end
$$;

-- Texts in one order, whatever the language of the database.
create function demarc_ordered(name text) returns void language plpgsql as $$
declare
  held record;
begin
  for held in
    select column_name from information_schema.columns
    where table_schema = current_schema() and table_name = name and data_type = 'text'
  loop
    execute format('alter table %I alter column %I type text collate "C"', name, held.column_name);
  end loop;
end
$$;

-- Holds a table to the tenant of the transaction, and its texts to one order whatever the language of the database.
create function demarc_guard(name text) returns void language plpgsql as $$
begin
  perform demarc_ordered(name);
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy own_tenant on %I to demarc_tenant using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')) with check (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))',
    name
  );
  execute format('grant select, insert, update, delete on %I to demarc_tenant', name);
end
$$;

-- Opens a table to what belongs to no tenant.
create function demarc_open(name text) returns void language plpgsql as $$
begin
  execute format('create policy whole on %I to demarc_system using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on %I to demarc_system', name);
end
$$;

-- A table that holds no tenant's rows: closed to the role of tenants.
create function demarc_system_only(name text) returns void language plpgsql as $$
begin
  perform demarc_ordered(name);
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  perform demarc_open(name);
end
$$;

select demarc_guard('tenants');
select demarc_open('tenants');
select demarc_guard('members');
select demarc_open('members');
select demarc_guard('clients');
select demarc_guard('contacts');
grant select on schema_versions to demarc_system;
