select demarc_system_only('users');
