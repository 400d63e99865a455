select demarc_guard('offerings');
select demarc_guard('wordings');
select demarc_guard('template_heads');
