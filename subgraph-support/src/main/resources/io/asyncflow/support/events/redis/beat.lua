-- KEYS: the members of a group in a topic, by when they were last heard of. ARGV: member, milliseconds of a lease.
-- Answers how many members are alive.
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zadd', KEYS[1], now, ARGV[1])
redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[2])
redis.call('pexpire', KEYS[1], ARGV[2] * 2)
return redis.call('zcard', KEYS[1])
