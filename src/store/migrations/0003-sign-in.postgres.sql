select demarc_system_only('users');
select demarc_system_only('sessions');
select demarc_system_only('accounts');
select demarc_system_only('verifications');
select demarc_system_only('two_factors');
select demarc_system_only('passkeys');
select demarc_system_only('mailed_links');
select demarc_system_only('sign_in_limits');
