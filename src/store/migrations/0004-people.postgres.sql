select demarc_guard('seats');
select demarc_open('seats');
select demarc_guard('invitations');
select demarc_open('invitations');
select demarc_guard('tokens');
select demarc_open('tokens');
