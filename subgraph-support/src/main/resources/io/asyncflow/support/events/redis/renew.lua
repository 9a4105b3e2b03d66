-- KEYS: lease. ARGV: member, milliseconds of the lease. Answers whether the member still has the lane.
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('pexpire', KEYS[1], ARGV[2])
