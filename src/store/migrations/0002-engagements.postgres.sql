select demarc_guard('engagements');
select demarc_guard('activities');
select demarc_guard('past_activities');
select demarc_guard('revisions');
select demarc_guard('events');
select demarc_guard('event_heads');
revoke update, delete on events from demarc_tenant;
revoke update, delete on revisions from demarc_tenant;
revoke update, delete on past_activities from demarc_tenant;
