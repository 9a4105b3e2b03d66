-- KEYS: lease. ARGV: member. Lets the lane go, if the member still has it.
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
