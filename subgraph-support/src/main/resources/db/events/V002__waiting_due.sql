-- Only the first of a line has a time at which it is tried: who waits behind it is called when it leaves. So those whose
-- time has come are found at once, however many wait.
update waiting
set next_attempt_at = 'infinity'
where not dead and exists (select 1 from waiting as before
                           where before.consumer_group = waiting.consumer_group and before.line = waiting.line
                             and before.position < waiting.position);
create index waiting_due on waiting (consumer_group, next_attempt_at) where not dead;
