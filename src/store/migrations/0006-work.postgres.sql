select demarc_guard('imports');
select demarc_guard('layouts');
select demarc_guard('jobs');
select demarc_open('jobs');
select demarc_guard('job_results');
select demarc_open('job_results');
