create function role_change_stays() returns trigger language plpgsql as $$
begin
    raise exception 'changes of roles are never changed';
end $$;

create trigger role_change_stays before update or delete on role_change
    for each row execute function role_change_stays();
