-- KEYS: the members of a group in a topic, by when they were last heard of. ARGV: member, milliseconds of a lease,
-- lanes. Answers the member's share of the lanes, in the order of names: the shares of all make up the whole.
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zadd', KEYS[1], now, ARGV[1])
redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[2])
redis.call('pexpire', KEYS[1], ARGV[2] * 2)
local members, before = 0, 0
for _, member in ipairs(redis.call('zrange', KEYS[1], 0, -1)) do
  members = members + 1
  if member < ARGV[1] then before = before + 1 end
end
return math.floor(ARGV[3] * (before + 1) / members) - math.floor(ARGV[3] * before / members)
