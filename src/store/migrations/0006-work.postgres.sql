select demarc_guard('imports');
select demarc_guard('import_parts');
select demarc_guard('layouts');
select demarc_guard('jobs');
select demarc_open('jobs');
select demarc_guard('job_results');
select demarc_open('job_results');
select demarc_guard('past_heads');
revoke update, delete on past_heads from demarc_tenant;
create function demarc_keep_head() returns trigger language plpgsql as $$
begin
  insert into past_heads (tenant_id, engagement_id, version, head, ended_at)
  values (old.tenant_id, old.engagement_id, old.version, old.head, new.updated_at);
  return null;
end
$$;
create trigger keep_past_head after update on engagements for each row
  when (old.head is distinct from new.head) execute function demarc_keep_head();
